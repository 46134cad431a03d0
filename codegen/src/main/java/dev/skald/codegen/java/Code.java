package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;

/**
 * The code of an expression, and how tightly it holds together.
 *
 * @param block the code
 * @param precedence of its outermost operator
 */
record Code(CodeBlock block, Precedence precedence) {

    /** Code that needs no parentheses anywhere. */
    static Code primary(String format, Object... arguments) {
        return new Code(CodeBlock.of(format, arguments), Precedence.PRIMARY);
    }

    /** Code with an operator. */
    static Code of(Precedence precedence, String format, Object... arguments) {
        return new Code(CodeBlock.of(format, arguments), precedence);
    }

    /** This code as an operand: in parentheses unless it holds together at least as tightly as {@code least}. */
    CodeBlock within(Precedence least) {
        return precedence.compareTo(least) >= 0 ? block : CodeBlock.of("($L)", block);
    }

    /** This code on the right of an operator that groups to the left. */
    CodeBlock rightOf(Precedence operator) {
        return precedence.compareTo(operator) > 0 ? block : CodeBlock.of("($L)", block);
    }

    /** This code before a dot. */
    CodeBlock receiver() {
        return within(Precedence.PRIMARY);
    }
}
