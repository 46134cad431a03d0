package dev.skald.dsl.format.saga;

import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.syntax.Durations;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Prints values, with parentheses only where the operators ask for them. */
public final class ExpressionPrinter {

    // How strongly what an expression is made of holds together, from the operator that binds least.
    private static final int ANY = 1;
    private static final int NOT = 4;
    private static final int PRESENCE = 7;
    private static final int SUM = 8;
    private static final int SIGNED = 10;
    private static final int PRIMARY = 11;

    private ExpressionPrinter() {}

    /**
     * An expression on one line, as it stands in a {@code .saga} file and inside <code>${…}</code> of YAML.
     *
     * @throws IllegalArgumentException where it, or a part, could not be read, or is a YAML mapping without a name
     */
    public static String text(Expression expression) {
        return text(expression, ANY);
    }

    static String call(Call call) {
        return call.participant().text() + "." + call.operation().text() + arguments(call.arguments());
    }

    static String arguments(List<Argument> arguments) {
        return arguments.stream().map(ExpressionPrinter::argument).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String argument(Argument argument) {
        return argument.name().map(name -> name.text() + ": ").orElse("") + text(argument.value());
    }

    private static String text(Expression expression, int least) {
        String text = bare(expression);
        return strength(expression) < least ? "(" + text + ")" : text;
    }

    private static String bare(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            int strength = strength(binary.operator());
            return text(binary.left(), strength) + " " + binary.operator().symbol() + " "
                    + text(binary.right(), strength + 1);
        }
        if (expression instanceof Expression.Not not) {
            return "not " + text(not.operand(), NOT);
        }
        if (expression instanceof Expression.IsPresent presence) {
            return text(presence.operand(), SUM) + " is present";
        }
        if (expression instanceof Expression.Negation negation) {
            return "-" + text(negation.operand(), SIGNED);
        }
        return primary(expression);
    }

    private static String primary(Expression expression) {
        if (expression instanceof Expression.Path path) {
            return path.name().text();
        }
        if (expression instanceof Expression.StringLiteral string) {
            return TextLiteral.quoted(string.value());
        }
        if (expression instanceof Expression.PlainScalar scalar) {
            return TextLiteral.quoted(scalar.text());
        }
        if (expression instanceof Expression.Template template) {
            return template(template);
        }
        if (expression instanceof Expression.IntegerLiteral integer) {
            return integer.value().toString();
        }
        if (expression instanceof Expression.DecimalLiteral decimal) {
            return decimal.value().toPlainString();
        }
        if (expression instanceof Expression.BooleanLiteral bool) {
            return Boolean.toString(bool.value());
        }
        if (expression instanceof Expression.DurationLiteral duration) {
            return Durations.text(duration.value());
        }
        if (expression instanceof Expression.NoneLiteral) {
            return "none";
        }
        if (expression instanceof Expression.ListLiteral list) {
            return list.elements().stream().map(ExpressionPrinter::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (expression instanceof Expression.Construction construction) {
            return construction
                            .name()
                            .orElseThrow(() -> new IllegalArgumentException("a record is constructed without a name"))
                            .text()
                    + arguments(construction.arguments());
        }
        throw new IllegalArgumentException("an expression could not be read");
    }

    /** A text in a template is a part of the template where it can be told from what is beside it. */
    private static String template(Expression.Template template) {
        StringBuilder text = new StringBuilder("\"");
        boolean isBehindText = template.parts().size() == 1;
        for (Expression part : template.parts()) {
            boolean isText = !isBehindText
                    && part instanceof Expression.StringLiteral plain
                    && !plain.value().isEmpty();
            text.append(
                    isText ? TextLiteral.escaped(((Expression.StringLiteral) part).value()) : "${" + text(part) + "}");
            isBehindText = isText;
        }
        return text.append('"').toString();
    }

    private static int strength(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return strength(binary.operator());
        }
        if (expression instanceof Expression.Not) {
            return NOT;
        }
        if (expression instanceof Expression.IsPresent) {
            return PRESENCE;
        }
        return expression instanceof Expression.Negation ? SIGNED : PRIMARY;
    }

    private static int strength(BinaryOperator operator) {
        return switch (operator) {
            case COALESCE -> ANY;
            case OR -> 2;
            case AND -> 3;
            case EQUAL, NOT_EQUAL -> 5;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 6;
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDED_BY -> 9;
        };
    }
}
