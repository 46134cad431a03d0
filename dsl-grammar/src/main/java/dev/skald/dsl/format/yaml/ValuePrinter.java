package dev.skald.dsl.format.yaml;

import dev.skald.dsl.format.saga.ExpressionPrinter;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Call;
import dev.skald.dsl.syntax.tree.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Prints values: text as it is, what is computed as <code>${…}</code>, records as mappings, lists as lists. */
final class ValuePrinter {

    private final YamlSheet sheet;

    ValuePrinter(YamlSheet sheet) {
        this.sheet = sheet;
    }

    /** A key with a value. */
    void value(String key, Expression value) {
        if (value instanceof Expression.Construction construction
                && construction.name().isEmpty()
                && !construction.arguments().isEmpty()) {
            sheet.block(key, () -> entries(construction.arguments()));
        } else if (value instanceof Expression.ListLiteral list
                && !list.elements().isEmpty()) {
            sheet.block(key, () -> list.elements().forEach(this::item));
        } else {
            sheet.entry(key, single(value));
        }
    }

    /** A call: its target under {@code key}, its arguments under {@code with}. */
    void call(String key, Call call) {
        sheet.entry(
                key,
                ScalarText.value(
                        call.participant().text() + "." + call.operation().text()));
        with(call.arguments());
    }

    /** Arguments under {@code with}, where there are any. */
    void with(List<Argument> arguments) {
        if (!arguments.isEmpty()) {
            sheet.block("with", () -> entries(arguments));
        }
    }

    private void entries(List<Argument> arguments) {
        for (Argument argument : arguments) {
            value(
                    argument.name()
                            .orElseThrow(() -> new IllegalArgumentException("an argument has no name"))
                            .text(),
                    argument.value());
        }
    }

    private void item(Expression element) {
        if (element instanceof Expression.Construction construction
                && construction.name().isEmpty()
                && !construction.arguments().isEmpty()) {
            sheet.item(() -> entries(construction.arguments()));
        } else if (element instanceof Expression.ListLiteral list
                && !list.elements().isEmpty()) {
            sheet.item(() -> list.elements().forEach(this::item));
        } else {
            sheet.item(single(element));
        }
    }

    private static String single(Expression value) {
        if (value instanceof Expression.PlainScalar scalar) {
            return ScalarText.constant(scalar.text());
        }
        if (value instanceof Expression.Construction construction
                && construction.name().isEmpty()) {
            return "{}";
        }
        if (value instanceof Expression.ListLiteral list && list.elements().isEmpty()) {
            return "[]";
        }
        return ScalarText.value(
                value instanceof Expression.Template template && isPlain(template)
                        ? template(template)
                        : embedded(value));
    }

    private static String embedded(Expression value) {
        return "${" + ExpressionPrinter.text(value) + "}";
    }

    /** Whether the text of a template can stand between its expressions as it is. */
    private static boolean isPlain(Expression.Template template) {
        boolean isBehindText = false;
        for (Expression part : template.parts()) {
            boolean isText = part instanceof Expression.StringLiteral;
            if (isText && (isBehindText || !isPlain((Expression.StringLiteral) part))) {
                return false;
            }
            isBehindText = isText;
        }
        return template.parts().size() > 1;
    }

    private static boolean isPlain(Expression.StringLiteral text) {
        return !text.value().isEmpty() && !text.value().contains("$");
    }

    private static String template(Expression.Template template) {
        return template.parts().stream()
                .map(part -> part instanceof Expression.StringLiteral plain ? plain.value() : embedded(part))
                .collect(Collectors.joining());
    }
}
