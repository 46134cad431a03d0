package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Writes the Java code that makes text of values. */
final class TextGenerator {

    private static final int LONGEST_LINE = 80;

    private TextGenerator() {}

    /** The code of a value as text. */
    static CodeBlock text(Expression expression) {
        Code code = part(expression);
        if (isString(expression)) {
            return code.block();
        }
        return JavaTypes.isPrimitive(expression.type())
                ? CodeBlock.of("$T.valueOf($L)", String.class, code.block())
                : CodeBlock.of("$L.toString()", code.receiver());
    }

    /** The parts joined; Java takes the first {@code +} for a sum unless one of its operands is a string. */
    static Code template(Expression.Template template) {
        List<Expression> parts = template.parts();
        if (parts.isEmpty()) {
            return Code.primary("$S", "");
        }
        if (parts.size() == 1) {
            return new Code(text(parts.get(0)), Precedence.PRIMARY);
        }
        List<CodeBlock> operands = new ArrayList<>();
        if (!isString(parts.get(0)) && !isString(parts.get(1))) {
            operands.add(CodeBlock.of("$S", ""));
        }
        parts.forEach(part -> operands.add(part(part).rightOf(Precedence.SUM)));
        CodeBlock line = CodeBlock.join(operands, " + ");
        boolean isLong = ArgumentList.width(line) > LONGEST_LINE;
        return new Code(isLong ? lines(operands) : line, Precedence.SUM);
    }

    private static CodeBlock lines(List<CodeBlock> operands) {
        return CodeBlock.builder()
                .add("$>$>")
                .add(CodeBlock.join(operands, "\n+ "))
                .add("$<$<")
                .build();
    }

    /** Decimals without an exponent, as people write them. */
    private static Code part(Expression expression) {
        Code code = ExpressionGenerator.code(expression);
        return ExpressionGenerator.isDecimal(expression.type())
                ? Code.primary("$L.toPlainString()", code.receiver())
                : code;
    }

    private static boolean isString(Expression expression) {
        Type type = expression.type();
        return ExpressionGenerator.isScalar(type, Scalar.STRING) || ExpressionGenerator.isDecimal(type);
    }
}
