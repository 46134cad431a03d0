package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes the Java code of expressions. A variable of the definition is a Java variable of the same name. */
final class ExpressionGenerator {

    private ExpressionGenerator() {}

    /** The code of a value where a value of its type is asked for. */
    static CodeBlock generate(Expression expression) {
        return code(expression).block();
    }

    /** The code of a value as text. */
    static CodeBlock text(Expression expression) {
        return TextGenerator.text(expression);
    }

    /** The code of each of the arguments, in their order. */
    static List<CodeBlock> each(List<Argument> arguments) {
        return arguments.stream().map(argument -> generate(argument.value())).toList();
    }

    static Code code(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return Code.primary("$N", variable.name());
        }
        if (expression instanceof Expression.FieldAccess access) {
            return Code.primary("$L.$N()", code(access.target()).receiver(), access.field());
        }
        if (expression instanceof Expression.Size size) {
            return Code.primary("$L.size()", code(size.target()).receiver());
        }
        if (expression instanceof Expression.Literal literal) {
            return literal(literal.value());
        }
        if (expression instanceof Expression.EnumConstant constant) {
            return Code.primary("$T.$N", JavaTypes.of(constant.type()), constant.constant());
        }
        if (expression instanceof Expression.Construction construction) {
            return Code.primary(
                    "new $T($L)", JavaTypes.of(construction.type()), ArgumentList.of(each(construction.arguments())));
        }
        if (expression instanceof Expression.Template template) {
            return TextGenerator.template(template);
        }
        if (expression instanceof Expression.Binary binary) {
            return OperatorGenerator.operator(binary);
        }
        return conversion(expression);
    }

    /** The code of a value that Java must box, where it does not widen by itself. */
    static CodeBlock boxed(Expression expression) {
        if (expression instanceof Expression.Widened widened
                && JavaTypes.isPrimitive(widened.type())
                && !(widened.value() instanceof Expression.Literal)) {
            return CodeBlock.of(
                    "($T) $L",
                    JavaTypes.of(widened.type()),
                    code(widened.value()).within(Precedence.UNARY));
        }
        return generate(expression);
    }

    private static Code conversion(Expression expression) {
        if (expression instanceof Expression.Narrowed narrowed) {
            return Code.primary("$L.orElseThrow()", code(narrowed.value()).receiver());
        }
        if (expression instanceof Expression.FunctionCall call) {
            return Code.primary(
                    "$T.$N($L)",
                    JavaNames.own(call.function().javaType()),
                    call.function().javaMethod(),
                    ArgumentList.of(each(call.arguments())));
        }
        if (expression instanceof Expression.Present present) {
            return Code.primary("$T.of($L)", Optional.class, boxed(present.value()));
        }
        if (expression instanceof Expression.None) {
            return Code.primary("$T.empty()", Optional.class);
        }
        if (expression instanceof Expression.Widened widened) {
            return widened(widened);
        }
        if (expression instanceof Expression.ListOf list) {
            return Code.primary(
                    "$T.of($L)",
                    List.class,
                    ArgumentList.of(list.elements().stream()
                            .map(ExpressionGenerator::boxed)
                            .toList()));
        }
        return unary(expression);
    }

    private static Code unary(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return not(not.operand());
        }
        if (expression instanceof Expression.Negation negation) {
            return negation(negation);
        }
        if (expression instanceof Expression.IsPresent present) {
            return Code.primary("$L.isPresent()", code(present.operand()).receiver());
        }
        throw new IllegalStateException(
                "an expression that was never resolved has reached the generator: this is a bug in Skald");
    }

    private static Code literal(Object value) {
        boolean negative =
                value instanceof Number number && !(number instanceof BigDecimal) && number.doubleValue() < 0;
        return new Code(Literals.of(value), negative ? Precedence.UNARY : Precedence.PRIMARY);
    }

    private static Code not(Expression operand) {
        if (operand instanceof Expression.IsPresent present) {
            return Code.primary("$L.isEmpty()", code(present.operand()).receiver());
        }
        return Code.of(Precedence.UNARY, "!$L", code(operand).within(Precedence.UNARY));
    }

    private static Code negation(Expression.Negation negation) {
        Code operand = code(negation.operand());
        if (isDecimal(negation.type())) {
            return Code.primary("$L.negate()", operand.receiver());
        }
        // Two signs in a row would read as a decrement.
        return Code.of(Precedence.UNARY, "-$L", operand.within(Precedence.PRIMARY));
    }

    private static Code widened(Expression.Widened widened) {
        if (widened.value() instanceof Expression.Literal literal) {
            return literal(Widening.of((Number) literal.value(), widened.type()));
        }
        if (isDecimal(widened.type())) {
            return Code.primary("$T.valueOf($L)", BigDecimal.class, generate(widened.value()));
        }
        // Java widens by itself where it does not have to box.
        return code(widened.value());
    }

    static boolean isDecimal(Type type) {
        return isScalar(type, Scalar.DECIMAL);
    }

    static boolean isScalar(Type type, Scalar scalar) {
        return type instanceof Type.ScalarType one && one.scalar() == scalar;
    }
}
