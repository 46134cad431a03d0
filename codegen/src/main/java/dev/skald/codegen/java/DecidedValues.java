package dev.skald.codegen.java;

import com.palantir.javapoet.ClassName;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.ExternFunction;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.Type;
import java.util.List;

/**
 * Makes a condition what a saga may decide by: a constant of an enum that this version does not know is refused, and
 * what is the same in every run does not look so to javac, which would not follow the branches then.
 */
final class DecidedValues {

    private static final SourceLocation NOWHERE = new SourceLocation("", 1, 1, 1, 1);

    private DecidedValues() {}

    static Expression in(Expression condition) {
        if (isConstant(condition)) {
            return call(ClassName.get(Boolean.class), "valueOf", condition);
        }
        if (condition instanceof Expression.Not not) {
            return new Expression.Not(in(not.operand()), not.type());
        }
        return condition instanceof Expression.Binary binary
                ? new Expression.Binary(
                        binary.operator(), operand(binary.left()), operand(binary.right()), binary.type())
                : condition;
    }

    private static Expression operand(Expression operand) {
        return ExpressionGenerator.isScalar(operand.type(), Scalar.BOOL) ? in(operand) : knownEnum(operand);
    }

    private static Expression knownEnum(Expression operand) {
        boolean mayBeUnknown = operand.type() instanceof Type.EnumType && !(operand instanceof Expression.EnumConstant);
        return mayBeUnknown ? call(RuntimeTypes.SAGA_RUN, "known", operand) : operand;
    }

    private static Expression call(ClassName type, String method, Expression value) {
        Field parameter = new Field("value", value.type(), false, NOWHERE);
        ExternFunction function = new ExternFunction(
                new DeclaredName("", method), type.canonicalName(), method, List.of(parameter), value.type(), NOWHERE);
        return new Expression.FunctionCall(function, List.of(new Argument(parameter, value, NOWHERE)), value.type());
    }

    private static boolean isConstant(Expression expression) {
        return !(expression instanceof Expression.Variable)
                && !(expression instanceof Expression.FunctionCall)
                && Expressions.partsOf(expression).allMatch(DecidedValues::isConstant);
    }
}
