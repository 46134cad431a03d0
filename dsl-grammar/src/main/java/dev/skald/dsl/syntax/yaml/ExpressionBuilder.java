package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.syntax.tree.Argument;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.yaml.YamlNode.Entry;
import dev.skald.dsl.syntax.yaml.YamlNode.Mapping;
import dev.skald.dsl.syntax.yaml.YamlNode.Scalar;
import dev.skald.dsl.syntax.yaml.YamlNode.Sequence;
import dev.skald.dsl.syntax.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds values: a scalar is an expression, a template or plain text; a mapping constructs a record; a list is a list.
 */
final class ExpressionBuilder {

    private static final int MOST_TEMPLATES = 256;

    private final ExpressionParser parser;
    private final Values values;
    private final Diagnostics diagnostics;

    ExpressionBuilder(ExpressionParser parser, Values values, Diagnostics diagnostics) {
        this.parser = parser;
        this.values = values;
        this.diagnostics = diagnostics;
    }

    Expression expression(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return new Expression.Construction(Optional.empty(), arguments(mapping), mapping.location());
        }
        if (node instanceof Sequence sequence) {
            return new Expression.ListLiteral(
                    sequence.items().stream().map(this::element).toList(), sequence.location());
        }
        return node instanceof Scalar scalar ? scalar(scalar) : new Expression.Broken(node.location());
    }

    /** The entries of a mapping as named arguments. */
    List<Argument> arguments(Mapping mapping) {
        return mapping.entries().stream().map(this::argument).toList();
    }

    private Argument argument(Entry entry) {
        Expression value = expression(entry.value());
        if (isMissing(entry.value())) {
            diagnostics.report(Mistakes.noValue(entry.key())
                    .withHelp("an empty text is written `\"\"`")
                    .withFix(entry.value().location(), " \"\""));
            value = new Expression.Broken(entry.key().location());
        }
        return new Argument(Optional.of(values.name(entry.key())), value, entry.location());
    }

    private Expression element(YamlNode node) {
        if (isMissing(node)) {
            diagnostics.report(
                    Diagnostic.of(DiagnosticId.SYNTAX_MISSING, node.location(), "this entry of the list has no value")
                            .withHelp("an empty text is written `\"\"`"));
            return new Expression.Broken(node.location());
        }
        return expression(node);
    }

    private Expression scalar(Scalar scalar) {
        // The line break that ends a block is the block's, not the expression's.
        String text = scalar.style() == Style.BLOCK && scalar.text().startsWith(Templates.OPEN)
                ? scalar.text().stripTrailing()
                : scalar.text();
        int open = Templates.next(text, 0);
        if (open < 0) {
            return new Expression.PlainScalar(Templates.unescaped(text), scalar.location());
        }
        if (open == 0 && Templates.close(text, 0, text.length()) == text.length() - 1) {
            return embedded(scalar, open, text.length() - 1);
        }
        return template(scalar, text);
    }

    private Expression template(Scalar scalar, String text) {
        List<Expression> parts = new ArrayList<>();
        int read = 0;
        int templates = 0;
        for (int open = Templates.next(text, 0); open >= 0; open = Templates.next(text, read)) {
            int close = Templates.close(text, open, text.length());
            if (close < 0) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.SYNTAX_TOKEN,
                                scalar.places().location(open, open + Templates.OPEN.length()),
                                "this `${` is never closed")
                        .withHelp("close it with `}`; a `${` that is text is written `$${`"));
                return new Expression.Broken(scalar.location());
            }
            if (++templates > MOST_TEMPLATES) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticId.LIMITS_OPERATORS,
                                scalar.places().location(open, open + Templates.OPEN.length()),
                                "an expression has more than " + MOST_TEMPLATES + " operators")
                        .withHelp("each `${…}` in a text counts as one"));
                return new Expression.Broken(scalar.location());
            }
            addText(parts, scalar, text, read, open);
            parts.add(embedded(scalar, open, close));
            read = close + 1;
        }
        addText(parts, scalar, text, read, text.length());
        return new Expression.Template(parts, scalar.location());
    }

    private void addText(List<Expression> parts, Scalar scalar, String text, int from, int to) {
        if (to > from) {
            parts.add(new Expression.StringLiteral(
                    Templates.unescaped(text.substring(from, to)),
                    scalar.places().location(from, to)));
        }
    }

    private Expression embedded(Scalar scalar, int open, int close) {
        int from = open + Templates.OPEN.length();
        String text = scalar.text().substring(from, close);
        if (text.isBlank()) {
            diagnostics.report(Mistakes.unexpected(
                    scalar.places().location(open, close + 1), "there is no expression in this `${}`"));
            return new Expression.Broken(scalar.places().location(open, close + 1));
        }
        Result<Expression> expression = parser.parse(text, scalar.places().placement(text, from));
        diagnostics.reportAll(expression.diagnostics());
        return expression.value();
    }

    private static boolean isMissing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.isMissing();
    }
}
