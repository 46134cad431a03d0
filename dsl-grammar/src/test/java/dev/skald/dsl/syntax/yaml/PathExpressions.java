package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.syntax.Placement;
import dev.skald.dsl.syntax.tree.Expression;
import dev.skald.dsl.syntax.tree.Name;
import dev.skald.dsl.syntax.tree.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Reads paths only, {@code order.items.size}: stands in for the grammar of expressions. */
final class PathExpressions implements ExpressionParser {

    @Override
    public Result<Expression> parse(String text, Placement placement) {
        List<Name> parts = new ArrayList<>();
        int start = 0;
        for (int index = 0; index <= text.length(); index++) {
            if (index == text.length() || text.charAt(index) == '.') {
                String part = text.substring(start, index).strip();
                int first = start + Math.max(0, text.substring(start, index).indexOf(part));
                parts.add(new Name(
                        part,
                        placement.location(
                                text.codePointCount(0, first), text.codePointCount(0, first + part.length()))));
                start = index + 1;
            }
        }
        return new Result<>(new Expression.Path(new QualifiedName(parts)), List.of());
    }
}
