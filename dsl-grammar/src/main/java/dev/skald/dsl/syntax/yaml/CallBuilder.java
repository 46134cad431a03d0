package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.QualifiedName;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Optional;

/** Builds calls of a participant, {@code call: participant.operation} and its {@code with}. */
final class CallBuilder {

    private final ExpressionBuilder expressions;
    private final Values values;
    private final Diagnostics diagnostics;

    CallBuilder(Values values, ExpressionBuilder expressions, Diagnostics diagnostics) {
        this.values = values;
        this.expressions = expressions;
        this.diagnostics = diagnostics;
    }

    /** The call whose target stands under {@code key}; empty where it could not be read. */
    Optional<Call> call(MappingReader reader, String key) {
        reader.required(key);
        Optional<Scalar> target = reader.scalar(key).filter(this::namesAnOperation);
        Optional<List<Argument>> arguments = arguments(reader);
        if (target.isEmpty() || arguments.isEmpty()) {
            return Optional.empty();
        }
        QualifiedName name = values.qualifiedName(target.get());
        QualifiedName participant =
                new QualifiedName(name.parts().subList(0, name.parts().size() - 1));
        return Optional.of(new Call(participant, name.last(), arguments.get(), location(reader, name.location())));
    }

    /** What stands under {@code with}; empty where it could not be read, or may stand under a key that nobody knows. */
    Optional<List<Argument>> arguments(MappingReader reader) {
        if (!reader.has("with") && !reader.isStrange()) {
            return Optional.of(List.of());
        }
        return reader.mapping("with").map(expressions::arguments);
    }

    private boolean namesAnOperation(Scalar target) {
        boolean hasArguments = target.text().contains("(");
        if (target.text().contains(".") && !hasArguments) {
            return true;
        }
        diagnostics.report(Mistakes.unexpected(
                        target.location(), Mistakes.quoted(target.text()) + " names no participant's operation")
                .withHelp(
                        hasArguments
                                ? "a call is written `participant.operation`, and its arguments stand in `with`"
                                : "a call is written `participant.operation`"));
        return false;
    }

    private static SourceLocation location(MappingReader reader, SourceLocation target) {
        return reader.value("with")
                .map(YamlNode::location)
                .filter(with -> with.compareTo(target) > 0)
                .map(target::to)
                .orElse(target);
    }
}
