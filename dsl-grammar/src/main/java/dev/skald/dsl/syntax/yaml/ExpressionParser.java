package dev.skald.dsl.syntax.yaml;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.syntax.Placement;
import dev.skald.dsl.syntax.tree.Expression;

/** Reads what stands inside {@code ${…}}: there is one grammar of expressions, the {@code .saga} notation's. */
@FunctionalInterface
interface ExpressionParser {

    /**
     * The expression that the whole of {@code text} is.
     *
     * @param placement where the characters of {@code text} stand in the file
     */
    Result<Expression> parse(String text, Placement placement);
}
