package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.ExternFunction;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.RecordDefinition;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.resolve.ExpressionResolver.Availability;
import dev.skald.dsl.syntax.tree.Declaration;
import dev.skald.dsl.syntax.tree.Expression.Construction;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Resolves the construction of a record: by its name, or as a mapping where a record is asked for. */
final class ConstructionResolver {

    private final MessageTypes messages;
    private final ArgumentBinder arguments;
    private final Diagnostics diagnostics;

    ConstructionResolver(MessageTypes messages, ExpressionResolver expressions, Diagnostics diagnostics) {
        this.messages = messages;
        this.arguments = new ArgumentBinder(expressions, diagnostics);
        this.diagnostics = diagnostics;
    }

    Expression resolve(Construction construction, Optional<Type> expected, Availability availability) {
        Optional<ExternFunction> function = construction.name().flatMap(messages::function);
        if (function.isPresent()) {
            return call(function.get(), construction, availability);
        }
        Optional<Type.RecordType> type =
                construction.name().isPresent() ? named(construction.name().get()) : asked(construction, expected);
        if (type.isEmpty()) {
            return ExpressionResolver.unresolved();
        }
        Optional<List<Field>> fields = messages.fields(type.get());
        if (fields.isEmpty()) {
            return new Expression.Unresolved(type.get());
        }
        SourceLocation place = construction.name().map(QualifiedName::location).orElse(construction.location());
        return new Expression.Construction(
                arguments.bind(
                        construction.arguments(),
                        fields.get(),
                        "record `" + type.get().text() + "`",
                        place,
                        availability),
                type.get());
    }

    private Expression call(ExternFunction function, Construction construction, Availability availability) {
        List<Argument> bound = arguments.bind(
                construction.arguments(),
                function.parameters(),
                "function `" + function.name().simpleName() + "`",
                construction.name().map(QualifiedName::location).orElse(construction.location()),
                availability);
        boolean complete = bound.size() == function.parameters().size() && !Conversions.isUnknown(function.output());
        return complete
                ? new Expression.FunctionCall(function, bound, function.output())
                : new Expression.Unresolved(function.output());
    }

    private Optional<Type.RecordType> named(QualifiedName name) {
        Optional<RecordDefinition> message = messages.record(name);
        if (message.isPresent()) {
            return Optional.of(new Type.RecordType(message.get().name()));
        }
        Optional<Declaration> other = messages.declaration(name);
        if (other.isPresent()) {
            reportNoRecord(name, other.get());
        } else if (!messages.isExcused(name)) {
            reportUnknown(name);
        }
        return Optional.empty();
    }

    private Optional<Type.RecordType> asked(Construction construction, Optional<Type> expected) {
        Optional<Type> type = expected.map(Types::withoutOptional);
        if (type.isPresent() && type.get() instanceof Type.RecordType message) {
            return Optional.of(message);
        }
        if (type.isPresent() && !Conversions.isUnknown(type.get())) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.TYPE_MISMATCH,
                    construction.location(),
                    "a mapping stands here, and a value of type `" + type.get().text() + "` is asked for"));
        }
        return Optional.empty();
    }

    private void reportNoRecord(QualifiedName name, Declaration declaration) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.TYPE_MISMATCH,
                        name.location(),
                        "`" + name.text() + "` is " + declaration.kind() + ", and cannot be constructed")
                .withNote("declared here", declaration.name().location()));
    }

    private void reportUnknown(QualifiedName name) {
        Diagnostic unknown =
                Diagnostic.of(DiagnosticId.NAME_UNKNOWN, name.location(), "no record is called `" + name.text() + "`");
        Optional<String> importHelp = messages.importHelp(name);
        Optional<String> nearest =
                importHelp.isPresent() ? Optional.empty() : Suggestions.nearest(name.text(), messages.recordNames());
        diagnostics.report(importHelp
                .or(() -> nearest.map(near -> "a record with a similar name is `" + near + "`"))
                .map(unknown::withHelp)
                .orElse(unknown)
                .replacedBy(nearest));
    }
}
