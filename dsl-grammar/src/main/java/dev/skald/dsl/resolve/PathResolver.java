package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.EnumDefinition;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.resolve.Scope.Binding;
import dev.skald.dsl.resolve.Scope.Use;
import dev.skald.dsl.syntax.tree.Expression.Path;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a path such as {@code order.items.size} or {@code Cabin.BUSINESS} stands for. */
final class PathResolver {

    /** Words for nothing in other languages. */
    private static final Set<String> ABSENT = Set.of("null", "nil", "undefined", "None");

    private static final int LONGEST_PATH = 256;

    private final Scope scope;
    private final MessageTypes messages;
    private final Diagnostics diagnostics;

    PathResolver(Scope scope, MessageTypes messages, Diagnostics diagnostics) {
        this.scope = scope;
        this.messages = messages;
        this.diagnostics = diagnostics;
    }

    Expression resolve(Path path, Availability availability) {
        List<Name> parts = path.name().parts();
        if (parts.size() > LONGEST_PATH) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.LIMITS_OPERATORS,
                    parts.get(LONGEST_PATH).location(),
                    "a path has more than " + LONGEST_PATH + " names"));
            return ExpressionResolver.unresolved();
        }
        Optional<Binding> binding = scope.find(parts.get(0).text());
        if (binding.isEmpty()) {
            return constant(path.name())
                    .or(() -> scope.elsewhere(parts.get(0).text())
                            .map(place -> missing(parts.get(0), place, availability)))
                    .orElseGet(() -> unknown(path.name()));
        }
        String walked = parts.get(0).text();
        Expression value = narrowed(variable(parts.get(0), binding.get(), availability), walked);
        for (Name field : parts.subList(1, parts.size())) {
            walked += "." + field.text();
            value = narrowed(access(value, field), walked);
        }
        return value;
    }

    /** The value itself, where it is an optional that is known to be there. */
    private Expression narrowed(Expression value, String path) {
        return value.type() instanceof Type.OptionalType optional && scope.isPresent(path)
                ? new Expression.Narrowed(value, optional.inner())
                : value;
    }

    /** What is bound somewhere, and not here: an undo may name it, and the rules say what follows from that. */
    private Expression missing(Name name, Name place, Availability availability) {
        if (availability == Availability.ANY) {
            return new Expression.Variable(name.text(), Origin.MISSING, new Type.UnknownType());
        }
        boolean later = place.location().compareTo(name.location()) > 0;
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.NAME_NOT_YET,
                        name.location(),
                        later
                                ? "`" + name.text() + "` is used before its step has run"
                                : "`" + name.text() + "` is not there: its block has ended the saga, or is another one")
                .withNote("the step is here", place.location()));
        return ExpressionResolver.unresolved();
    }

    private Expression variable(Name name, Binding binding, Availability availability) {
        if (binding.type().isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticId.NAME_UNKNOWN,
                            name.location(),
                            "step `" + name.text() + "` has no result: its operation returns nothing")
                    .withNote("the step is here", binding.name().location()));
            return ExpressionResolver.unresolved();
        }
        if (binding.use() != Use.FREE) {
            return unusable(name, binding, availability);
        }
        return Conversions.isUnknown(binding.type().get()) ? ExpressionResolver.unresolved() : binding.value();
    }

    private Expression unusable(Name name, Binding binding, Availability availability) {
        if (availability == Availability.ANY && binding.use() == Use.SISTER) {
            return new Expression.Variable(name.text(), Origin.MISSING, new Type.UnknownType());
        }
        diagnostics.report(
                binding.use() == Use.SISTER
                        ? Diagnostic.of(
                                        DiagnosticId.NAME_NOT_YET,
                                        name.location(),
                                        "`" + name.text()
                                                + "` is a result of a branch that runs at the same time; it is there"
                                                + " behind the `parallel`")
                                .withNote("the step is here", binding.name().location())
                        : Diagnostic.of(
                                        DiagnosticId.TYPE_MISMATCH,
                                        name.location(),
                                        "`" + name.text() + "` has another type in each branch that binds it")
                                .withHelp("give the steps different names")
                                .withNote("one of them is here", binding.name().location()));
        return ExpressionResolver.unresolved();
    }

    private Expression access(Expression target, Name field) {
        if (target instanceof Expression.Variable missing && missing.origin() == Origin.MISSING) {
            return missing;
        }
        if (Conversions.isUnknown(target.type())) {
            return ExpressionResolver.unresolved();
        }
        if (target.type() instanceof Type.RecordType type) {
            return fieldOf(target, type, field);
        }
        if (field.text().equals("size")
                && (target.type() instanceof Type.ListType || target.type() instanceof Type.MapType)) {
            return new Expression.Size(target, new Type.ScalarType(Scalar.INT));
        }
        return noField(target.type(), field);
    }

    private Expression fieldOf(Expression target, Type.RecordType type, Name name) {
        Optional<List<Field>> fields = messages.fields(type);
        if (fields.isEmpty()) {
            return ExpressionResolver.unresolved();
        }
        Optional<Field> found = fields.get().stream()
                .filter(field -> field.name().equals(name.text()))
                .findFirst();
        if (found.isPresent()) {
            return new Expression.FieldAccess(target, name.text(), found.get().type());
        }
        List<String> names = fields.get().stream().map(Field::name).toList();
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                name.location(),
                "record `" + type.text() + "` has no field `" + name.text() + "`");
        diagnostics.report(helpFor(name.text(), names, "a field with a similar name is", "it has")
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(Suggestions.nearest(name.text(), names)));
        return ExpressionResolver.unresolved();
    }

    private Expression noField(Type type, Name field) {
        Diagnostic none = Diagnostic.of(
                DiagnosticId.TYPE_MISMATCH,
                field.location(),
                "a value of type `" + type.text() + "` has no field `" + field.text() + "`");
        diagnostics.report(
                type instanceof Type.OptionalType
                        ? none.withHelp(
                                "it may be absent: ask with `is present` first, or say what is used then, with `??`")
                        : none);
        return ExpressionResolver.unresolved();
    }

    private Optional<Expression> constant(QualifiedName name) {
        return name.owner().flatMap(messages::enumeration).map(enumeration -> constantOf(enumeration, name.last()));
    }

    private Expression constantOf(EnumDefinition enumeration, Name constant) {
        Type type = new Type.EnumType(enumeration.name());
        if (enumeration.constants().contains(constant.text())) {
            return new Expression.EnumConstant(constant.text(), type);
        }
        Diagnostic unknown = Diagnostic.of(
                DiagnosticId.NAME_UNKNOWN,
                constant.location(),
                "enum `" + enumeration.name().simpleName() + "` has no constant `" + constant.text() + "`");
        diagnostics.report(helpFor(constant.text(), enumeration.constants(), "a similar one is", "it has")
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(Suggestions.nearest(constant.text(), enumeration.constants())));
        return new Expression.Unresolved(type);
    }

    private Expression unknown(QualifiedName name) {
        Name first = name.parts().get(0);
        boolean isExcused =
                scope.lenient() || name.owner().map(messages::isExcused).orElse(messages.incomplete());
        if (!isExcused) {
            Diagnostic unknown = Diagnostic.of(
                    DiagnosticId.NAME_UNKNOWN, first.location(), "nothing here is called `" + first.text() + "`");
            diagnostics.report(
                    ABSENT.contains(first.text())
                            ? unknown.withHelp("what is absent is written `none`")
                                    .replacedBy(Optional.of("none"))
                            : helpFor(first.text(), scope.names(), "a similar name is", "this saga has")
                                    .map(unknown::withHelp)
                                    .orElse(unknown)
                                    .replacedBy(Suggestions.nearest(first.text(), scope.names())));
        }
        return ExpressionResolver.unresolved();
    }

    private static Optional<String> helpFor(String word, Collection<String> names, String similar, String all) {
        return Suggestions.nearest(word, names)
                .map(nearest -> similar + " `" + nearest + "`")
                .or(() -> Suggestions.shortList(names).map(list -> all + " " + list));
    }
}
