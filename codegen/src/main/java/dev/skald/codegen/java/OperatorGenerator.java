package dev.skald.codegen.java;

import static dev.skald.codegen.java.ExpressionGenerator.boxed;
import static dev.skald.codegen.java.ExpressionGenerator.code;
import static dev.skald.codegen.java.ExpressionGenerator.isDecimal;

import com.palantir.javapoet.CodeBlock;
import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.math.MathContext;

/**
 * Writes the Java code of operators with two operands.
 *
 * <p>Decimals are equal when their values are, whatever their scale. Sums, differences and products of decimals are
 * exact; a quotient has 34 digits, rounded half-even ({@link MathContext#DECIMAL128}).
 */
final class OperatorGenerator {

    private OperatorGenerator() {}

    static Code operator(Expression.Binary binary) {
        return switch (binary.operator()) {
            case OR -> infix(binary, Precedence.OR, "||");
            case AND -> infix(binary, Precedence.AND, "&&");
            case EQUAL -> equality(binary, true);
            case NOT_EQUAL -> equality(binary, false);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> order(binary);
            case PLUS, MINUS, TIMES, DIVIDED_BY -> arithmetic(binary);
            case COALESCE -> coalesce(binary);
        };
    }

    private static Code infix(Expression.Binary binary, Precedence precedence, String symbol) {
        return Code.of(
                precedence,
                "$L $L $L",
                code(binary.left()).within(precedence),
                symbol,
                code(binary.right()).rightOf(precedence));
    }

    private static Code equality(Expression.Binary binary, boolean equal) {
        Type type = binary.left().type();
        if (JavaTypes.isPrimitive(type)) {
            return equalityOfPrimitives(binary, equal ? "==" : "!=");
        }
        if (type instanceof Type.EnumType) {
            return infix(binary, Precedence.EQUALITY, equal ? "==" : "!=");
        }
        if (isDecimal(type)) {
            return compared(binary, Precedence.EQUALITY, equal ? "==" : "!=");
        }
        CodeBlock call = CodeBlock.of(
                "$L.equals($L)",
                code(binary.left()).receiver(),
                code(binary.right()).block());
        return equal ? Code.primary("$L", call) : Code.of(Precedence.UNARY, "!$L", call);
    }

    /** Java compares two boxed numbers by identity, and refuses to compare those of two types: one is unboxed. */
    private static Code equalityOfPrimitives(Expression.Binary binary, String symbol) {
        if (isBoxed(binary.left()) && mayBeBoxed(binary.right())) {
            return Code.of(
                    Precedence.EQUALITY,
                    "$L $L $L",
                    unboxed(binary.left()),
                    symbol,
                    code(binary.right()).rightOf(Precedence.EQUALITY));
        }
        if (isBoxed(binary.right()) && mayBeBoxed(binary.left())) {
            return Code.of(
                    Precedence.EQUALITY,
                    "$L $L $L",
                    code(binary.left()).within(Precedence.EQUALITY),
                    symbol,
                    unboxed(binary.right()));
        }
        return infix(binary, Precedence.EQUALITY, symbol);
    }

    private static CodeBlock unboxed(Expression expression) {
        return CodeBlock.of(
                "($T) $L", JavaTypes.of(expression.type()), code(expression).within(Precedence.UNARY));
    }

    /** Whether it comes out of an optional. */
    private static boolean isBoxed(Expression expression) {
        if (expression instanceof Expression.Widened widened) {
            return isBoxed(widened.value());
        }
        return expression instanceof Expression.Narrowed
                || (expression instanceof Expression.Binary binary && binary.operator() == BinaryOperator.COALESCE);
    }

    /** Whether it comes out of an optional, or is a variable: an undo gets its step's result boxed. */
    private static boolean mayBeBoxed(Expression expression) {
        return expression instanceof Expression.Widened widened
                ? mayBeBoxed(widened.value())
                : expression instanceof Expression.Variable || isBoxed(expression);
    }

    private static Code order(Expression.Binary binary) {
        String symbol = binary.operator().symbol();
        return JavaTypes.isPrimitive(binary.left().type())
                ? infix(binary, Precedence.ORDER, symbol)
                : compared(binary, Precedence.ORDER, symbol);
    }

    private static Code compared(Expression.Binary binary, Precedence precedence, String symbol) {
        return Code.of(
                precedence,
                "$L.compareTo($L) $L 0",
                code(binary.left()).receiver(),
                code(binary.right()).block(),
                symbol);
    }

    private static Code arithmetic(Expression.Binary binary) {
        if (isDecimal(binary.type())) {
            return decimal(binary);
        }
        Precedence precedence = binary.operator() == BinaryOperator.PLUS || binary.operator() == BinaryOperator.MINUS
                ? Precedence.SUM
                : Precedence.PRODUCT;
        return infix(binary, precedence, binary.operator().symbol());
    }

    private static Code decimal(Expression.Binary binary) {
        CodeBlock left = code(binary.left()).receiver();
        CodeBlock right = code(binary.right()).block();
        return switch (binary.operator()) {
            case PLUS -> Code.primary("$L.add($L)", left, right);
            case MINUS -> Code.primary("$L.subtract($L)", left, right);
            case TIMES -> Code.primary("$L.multiply($L)", left, right);
            default -> Code.primary("$L.divide($L, $T.DECIMAL128)", left, right, MathContext.class);
        };
    }

    /** The second operand is computed only where it is needed: it may be one that fails. */
    private static Code coalesce(Expression.Binary binary) {
        CodeBlock left = code(binary.left()).receiver();
        if (binary.right().type() instanceof Type.OptionalType) {
            return Code.primary("$L.or(() -> $L)", left, code(binary.right()).block());
        }
        return isCheap(binary.right())
                ? Code.primary("$L.orElse($L)", left, boxed(binary.right()))
                : Code.primary("$L.orElseGet(() -> $L)", left, boxed(binary.right()));
    }

    private static boolean isCheap(Expression expression) {
        if (expression instanceof Expression.FieldAccess access) {
            return isCheap(access.target());
        }
        if (expression instanceof Expression.Widened widened) {
            return isCheap(widened.value());
        }
        return expression instanceof Expression.Variable
                || expression instanceof Expression.Literal
                || expression instanceof Expression.EnumConstant;
    }
}
