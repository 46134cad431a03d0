package dev.skald.dsl.format.convert;

import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Expression.Construction;
import dev.skald.dsl.syntax.tree.Statement.Step;
import java.util.List;
import java.util.Optional;

/**
 * How YAML says best what is explicit: a record that the place asks for is a mapping, and a constant is a scalar as it
 * is, where the place's type makes the same value of it again.
 */
final class YamlStyle implements Style {

    private final Vocabulary vocabulary;

    YamlStyle(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public List<Argument> arguments(List<Argument> arguments, Optional<Signature> signature) {
        return arguments;
    }

    @Override
    public Expression construction(
            Construction construction,
            List<Argument> arguments,
            Optional<Vocabulary.Entry> record,
            Optional<Asked> asked) {
        boolean isAskedFor =
                record.isPresent() && asked.flatMap(vocabulary::declaration).equals(record);
        return isAskedFor ? new Construction(Optional.empty(), arguments, construction.location()) : construction;
    }

    @Override
    public Expression scalar(Expression value, Optional<Asked> asked) {
        Optional<String> text = asked.flatMap(Asked::scalar).flatMap(scalar -> text(value, scalar));
        return text.<Expression>map(plain -> new Expression.PlainScalar(plain, value.location()))
                .orElse(value);
    }

    private static Optional<String> text(Expression value, Scalar scalar) {
        if (value instanceof Expression.StringLiteral string) {
            return isText(scalar) && !mayBePath(string.value()) ? Optional.of(string.value()) : Optional.empty();
        }
        String text = value instanceof Expression.IntegerLiteral integer
                ? integer.value().toString()
                : value instanceof Expression.DecimalLiteral decimal
                        ? decimal.value().toPlainString()
                        : value instanceof Expression.BooleanLiteral bool
                                ? Boolean.toString(bool.value())
                                : value instanceof Expression.DurationLiteral duration
                                        ? Durations.text(duration.value())
                                        : "";
        return ExplicitStyle.scalar(text, scalar, value.location())
                .filter(value::equals)
                .map(same -> text);
    }

    private static boolean isText(Scalar scalar) {
        return switch (scalar) {
            case STRING, UUID, DATE, INSTANT -> true;
            default -> false;
        };
    }

    /** Whether somebody could mean a value by it: a scalar that is a path is refused. */
    private static boolean mayBePath(String text) {
        return text.matches("\\w+(\\.\\w+)+");
    }

    @Override
    public Step step(Step step) {
        return step;
    }
}
