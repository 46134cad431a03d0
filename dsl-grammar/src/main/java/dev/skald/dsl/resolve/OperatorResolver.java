package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.language.BinaryOperator;
import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import dev.skald.dsl.syntax.tree.Expression.Binary;
import dev.skald.dsl.syntax.tree.Expression.IsPresent;
import dev.skald.dsl.syntax.tree.Expression.Negation;
import java.util.Optional;
import java.util.Set;

/** Gives operators their types: which operands they have, and what comes of them. */
final class OperatorResolver {

    private static final Type BOOL = new Type.ScalarType(Scalar.BOOL);
    private static final Set<Scalar> ORDERED = Set.of(
            Scalar.INT, Scalar.LONG, Scalar.DECIMAL, Scalar.DOUBLE, Scalar.DATE, Scalar.INSTANT, Scalar.DURATION);

    private final Diagnostics diagnostics;

    OperatorResolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Expression binary(Binary binary, Expression left, Expression right) {
        if (Conversions.isUnknown(left.type()) || Conversions.isUnknown(right.type())) {
            return new Expression.Unresolved(resultOf(binary.operator(), new Type.UnknownType()));
        }
        return binary.operator() == BinaryOperator.COALESCE
                ? coalesce(binary, left, right)
                : unified(binary, left, right);
    }

    Expression negation(Negation negation, Expression operand) {
        if (!Conversions.isUnknown(operand.type()) && !isNumber(operand.type())) {
            return refuse(
                    negation.location(),
                    "`-` has no meaning for `" + operand.type().text() + "`");
        }
        return new Expression.Negation(operand, operand.type());
    }

    Expression isPresent(IsPresent isPresent, Expression operand) {
        if (!(operand.type() instanceof Type.OptionalType) && !Conversions.isUnknown(operand.type())) {
            return refuse(
                    isPresent.location(),
                    "`is present` asks for an optional, and `" + operand.type().text() + "` is always there");
        }
        return new Expression.IsPresent(operand, BOOL);
    }

    private Expression coalesce(Binary binary, Expression left, Expression right) {
        if (!(left.type() instanceof Type.OptionalType optional)) {
            return refuse(
                    binary.left().location(),
                    "`??` asks for an optional on its left, and `" + left.type().text() + "` is always there");
        }
        Optional<Expression> instead = Conversions.convert(right, optional.inner());
        if (instead.isPresent()) {
            return new Expression.Binary(binary.operator(), left, instead.get(), optional.inner());
        }
        if (right.type().equals(left.type())) {
            return new Expression.Binary(binary.operator(), left, right, left.type());
        }
        diagnostics.report(Types.mismatch(binary.right().location(), right.type(), optional.inner(), "`??`"));
        return new Expression.Unresolved(optional.inner());
    }

    /** Both operands as the wider of their types. */
    private Expression unified(Binary binary, Expression left, Expression right) {
        Optional<Expression> widerLeft = Conversions.convert(left, right.type());
        Optional<Expression> widerRight = Conversions.convert(right, left.type());
        if (widerRight.isPresent() && has(binary.operator(), left.type())) {
            return of(binary, left, widerRight.get());
        }
        if (widerLeft.isPresent() && has(binary.operator(), right.type())) {
            return of(binary, widerLeft.get(), right);
        }
        return refuse(
                binary.location(),
                "`" + binary.operator().symbol() + "` has no meaning between `" + Types.text(left.type(), right.type())
                        + "` and `" + Types.text(right.type(), left.type()) + "`");
    }

    private Expression of(Binary binary, Expression left, Expression right) {
        if (binary.operator() == BinaryOperator.DIVIDED_BY && isZero(right)) {
            diagnostics.report(Diagnostic.of(
                    DiagnosticId.TYPE_RANGE, binary.right().location(), "nothing can be divided by zero"));
        }
        return new Expression.Binary(binary.operator(), left, right, resultOf(binary.operator(), left.type()));
    }

    private static boolean isZero(Expression divisor) {
        if (divisor instanceof Expression.Widened widened) {
            return isZero(widened.value());
        }
        if (divisor instanceof Expression.Negation negation) {
            return isZero(negation.operand());
        }
        return divisor instanceof Expression.Literal literal
                && literal.value() instanceof Number number
                && number.doubleValue() == 0;
    }

    private static Type resultOf(BinaryOperator operator, Type operands) {
        return switch (operator) {
            case PLUS, MINUS, TIMES, DIVIDED_BY, COALESCE -> operands;
            default -> BOOL;
        };
    }

    private static boolean has(BinaryOperator operator, Type type) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> hasEquality(type);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                type instanceof Type.ScalarType scalar && ORDERED.contains(scalar.scalar());
            case AND, OR -> type.equals(BOOL);
            case PLUS, MINUS, TIMES, DIVIDED_BY -> isNumber(type);
            case COALESCE -> false;
        };
    }

    private static boolean hasEquality(Type type) {
        return type instanceof Type.EnumType
                || (type instanceof Type.ScalarType scalar
                        && scalar.scalar() != Scalar.BYTES
                        && scalar.scalar() != Scalar.JSON);
    }

    private static boolean isNumber(Type type) {
        return type instanceof Type.ScalarType scalar && scalar.scalar().isNumber();
    }

    private Expression refuse(SourceLocation location, String message) {
        diagnostics.report(Diagnostic.of(DiagnosticId.TYPE_OPERATOR, location, message));
        return ExpressionResolver.unresolved();
    }
}
