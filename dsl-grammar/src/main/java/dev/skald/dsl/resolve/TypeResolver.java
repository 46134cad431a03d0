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

    private final Diagnostics diagnostics;

    TypeResolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The type that {@code name} stands for where {@code names} hold; unknown where it is none, which is reported. */
    Type resolve(TypeName name, FileNames names) {
        if (name instanceof TypeName.Named named) {
            return resolveNamed(named.name(), names);
        }
        if (name instanceof TypeName.ListOf list) {
            return new Type.ListType(resolve(list.element(), names));
        }
        if (name instanceof TypeName.MapOf map) {
            return resolveMap(map, names);
        }
        if (name instanceof TypeName.OptionalOf optional) {
            return resolveOptional(optional, names);
        }
        return new Type.UnknownType();
    }

    /** The fields, or parameters, with their types. */
    List<Field> resolveFields(List<dev.skald.dsl.syntax.tree.Field> fields, FileNames names) {
        return fields.stream().map(field -> resolveField(field, names)).toList();
    }

    private Field resolveField(dev.skald.dsl.syntax.tree.Field field, FileNames names) {
        return new Field(
                field.name().text(),
                resolve(field.type(), names),
                field.sensitive(),
                field.name().location());
    }

    private Type resolveMap(TypeName.MapOf map, FileNames names) {
        Type key = resolve(map.key(), names);
        if (!(key instanceof Type.UnknownType) && !key.equals(new Type.ScalarType(Scalar.STRING))) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH,
                            map.key().location(),
                            "the keys of a map are strings, not `" + key.text() + "`")
                    .withHelp("write `map<string, …>`")
                    .withFix(map.key().location(), "string"));
        }
        return new Type.MapType(resolve(map.value(), names));
    }

    private Type resolveOptional(TypeName.OptionalOf optional, FileNames names) {
        Type inner = resolve(optional.inner(), names);
        if (inner instanceof Type.OptionalType) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.TYPE_MISMATCH, optional.location(), "an optional cannot be optional again")
                    .withHelp("write one `?`"));
            return inner;
        }
        return new Type.OptionalType(inner);
    }

    private Type resolveNamed(QualifiedName name, FileNames names) {
        Optional<Scalar> scalar = Scalar.ofWord(name.text());
        if (scalar.isPresent()) {
            return new Type.ScalarType(scalar.get());
        }
        DeclaredName declared = names.named(name);
        Optional<Declaration> declaration = names.find(declared);
        if (declaration.isEmpty()) {
            reportUnknown(name, names);
            return new Type.UnknownType();
        }
        if (declaration.get() instanceof Declaration.Record) {
            return new Type.RecordType(declared);
        }
        if (declaration.get() instanceof Declaration.Enumeration) {
            return new Type.EnumType(declared);
        }
        if (declaration.get() instanceof Declaration.ExternType extern) {
            return new Type.JavaType(declared, extern.javaType().text());
        }
        reportNoType(name, declaration.get());
        return new Type.UnknownType();
    }

    private void reportNoType(QualifiedName name, Declaration declaration) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.TYPE_MISMATCH,
                        name.location(),
                        "`" + name.text() + "` is " + declaration.kind() + ", not a type")
                .withNote("declared here", declaration.name().location()));
    }

    private void reportUnknown(QualifiedName name, FileNames names) {
        if (names.isExcused(name)) {
            return;
        }
        List<String> candidates =
                new ArrayList<>(Arrays.stream(Scalar.values()).map(Scalar::word).toList());
        candidates.addAll(names.visible(Declaration.Record.class));
        candidates.addAll(names.visible(Declaration.Enumeration.class));
        candidates.addAll(names.visible(Declaration.ExternType.class));
        Diagnostic unknown =
                Diagnostic.of(DiagnosticId.NAME_UNKNOWN, name.location(), "no type is called `" + name.text() + "`");
        Optional<String> importHelp = names.importHelp(name, TypeResolver::isType);
        Optional<String> nearest =
                importHelp.isPresent() ? Optional.empty() : Suggestions.nearest(name.text(), candidates);
        String help = importHelp
                .or(() -> nearest.map(near -> "a type with a similar name is `" + near + "`"))
                .or(() -> ForeignTypes.help(name.text()))
                .orElse("declare it: `record " + name.last().text() + " { … }`");
        diagnostics.report(unknown.withHelp(help)
                .replacedBy(importHelp.isPresent() ? nearest : nearest.or(() -> ForeignTypes.word(name.text()))));
    }

    private static boolean isType(Declaration declaration) {
        return declaration instanceof Declaration.Record
                || declaration instanceof Declaration.Enumeration
                || declaration instanceof Declaration.ExternType;
    }
}
