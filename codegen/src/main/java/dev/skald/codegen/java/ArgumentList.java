package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Lays out arguments between parentheses: on the line, on the next line, or one a line. */
final class ArgumentList {

    private static final int WIDTH = 112;

    /** Where a line goes on that is continued within a step. */
    private static final int CONTINUED = 28;

    /** Where arguments begin at the latest, nearly always. */
    private static final int SOMEWHERE = 52;

    private ArgumentList() {}

    /** The arguments of a call at a place that is not known. */
    static CodeBlock of(List<CodeBlock> arguments) {
        return at(SOMEWHERE, CONTINUED, arguments);
    }

    /** The arguments of a call on a line that begins so, up to the opening parenthesis. */
    static CodeBlock behind(String beginning, List<CodeBlock> arguments) {
        return at(beginning.length(), CONTINUED, arguments);
    }

    /**
     * The arguments of a call within blocks of a workflow.
     *
     * @param column where the arguments begin
     * @param indent of the blocks
     */
    static CodeBlock within(int column, int indent, List<CodeBlock> arguments) {
        return at(column, CONTINUED + indent, arguments);
    }

    private static CodeBlock at(int column, int continued, List<CodeBlock> arguments) {
        CodeBlock line = CodeBlock.join(arguments, ", ");
        int width = width(line);
        if (arguments.isEmpty() || column + width <= WIDTH) {
            return line;
        }
        return CodeBlock.builder()
                .add("\n$>$>")
                .add(continued + width <= WIDTH ? line : CodeBlock.join(arguments, ",\n"))
                .add("$<$<")
                .build();
    }

    /** As wide as the code will be once its types are imported. */
    static int width(CodeBlock code) {
        return code.toString().replaceAll("\\b([a-z]\\w*\\.)+(?=[A-Z])", "").length();
    }
}
