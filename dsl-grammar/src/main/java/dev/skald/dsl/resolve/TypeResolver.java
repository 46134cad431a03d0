package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.tree.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the types that names stand for. */
final class TypeResolver {

    private final Symbols symbols;
    private final NotBuilt notBuilt;
    private final Diagnostics diagnostics;

    TypeResolver(Symbols symbols, NotBuilt notBuilt, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.notBuilt = notBuilt;
        this.diagnostics = diagnostics;
    }

    /**
     * The type that {@code name} stands for in a file of {@code packageName}; unknown where it is none, which is
     * reported.
     */
    Type resolve(TypeName name, String packageName) {
        if (name instanceof TypeName.Named named) {
            return resolveNamed(named.name(), packageName);
        }
        if (name instanceof TypeName.ListOf list) {
            return new Type.ListType(resolve(list.element(), packageName));
        }
        if (name instanceof TypeName.MapOf map) {
            return resolveMap(map, packageName);
        }
        if (name instanceof TypeName.OptionalOf optional) {
            return resolveOptional(optional, packageName);
        }
        return new Type.UnknownType();
    }

    /** The fields, or parameters, with their types. */
    List<Field> resolveFields(List<dev.skald.dsl.syntax.tree.Field> fields, String packageName) {
        return fields.stream().map(field -> resolveField(field, packageName)).toList();
    }

    private Field resolveField(dev.skald.dsl.syntax.tree.Field field, String packageName) {
        if (field.sensitive()) {
            notBuilt.report("`sensitive`", field.location());
        }
        return new Field(
                field.name().text(),
                resolve(field.type(), packageName),
                field.name().location());
    }

    private Type resolveMap(TypeName.MapOf map, String packageName) {
        Type key = resolve(map.key(), packageName);
        if (!(key instanceof Type.UnknownType) && !key.equals(new Type.ScalarType(Scalar.STRING))) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            map.key().location(),
                            "the keys of a map are strings, not `" + key.text() + "`")
                    .withHelp("write `map<string, …>`"));
        }
        return new Type.MapType(resolve(map.value(), packageName));
    }

    private Type resolveOptional(TypeName.OptionalOf optional, String packageName) {
        Type inner = resolve(optional.inner(), packageName);
        if (inner instanceof Type.OptionalType) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH, optional.location(), "an optional cannot be optional again")
                    .withHelp("write one `?`"));
            return inner;
        }
        return new Type.OptionalType(inner);
    }

    private Type resolveNamed(QualifiedName name, String packageName) {
        Optional<Scalar> scalar = Scalar.ofWord(name.text());
        if (scalar.isPresent()) {
            return new Type.ScalarType(scalar.get());
        }
        DeclaredName declared = Symbols.named(name, packageName);
        Optional<Declaration> declaration = symbols.find(declared);
        if (declaration.isEmpty()) {
            reportUnknown(name, packageName);
            return new Type.UnknownType();
        }
        if (declaration.get() instanceof Declaration.Record) {
            return new Type.RecordType(declared);
        }
        if (declaration.get() instanceof Declaration.Enumeration) {
            return new Type.EnumType(declared);
        }
        if (!(declaration.get() instanceof Declaration.ExternType)) {
            reportNoType(name, declaration.get());
        }
        return new Type.UnknownType();
    }

    private void reportNoType(QualifiedName name, Declaration declaration) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.TYPE_MISMATCH,
                        name.location(),
                        "`" + name.text() + "` is " + declaration.kind() + ", not a type")
                .withNote("declared here", declaration.name().location()));
    }

    private void reportUnknown(QualifiedName name, String packageName) {
        if (symbols.incomplete()) {
            return;
        }
        List<String> candidates =
                new ArrayList<>(Arrays.stream(Scalar.values()).map(Scalar::word).toList());
        candidates.addAll(symbols.visible(packageName, Declaration.Record.class));
        candidates.addAll(symbols.visible(packageName, Declaration.Enumeration.class));
        Diagnostic unknown =
                Diagnostic.of(DiagnosticId.NAME_UNKNOWN, name.location(), "no type is called `" + name.text() + "`");
        diagnostics.report(Suggestions.nearest(name.text(), candidates)
                .map(nearest -> unknown.withHelp("a type with a similar name is `" + nearest + "`"))
                .orElse(unknown.withHelp("declare it: `record " + name.last().text() + " { … }`")));
    }
}
