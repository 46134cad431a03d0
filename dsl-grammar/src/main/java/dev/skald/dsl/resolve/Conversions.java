package dev.skald.dsl.resolve;

import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Type;
import java.util.Optional;

/** Fits a value to the type that its place asks for: a number to a wider one, a value to an optional of it. */
final class Conversions {

    private Conversions() {}

    /** The value as one of {@code expected}; empty where it is none. */
    static Optional<Expression> convert(Expression value, Type expected) {
        Type actual = value.type();
        if (actual.equals(expected) || isUnknown(actual) || isUnknown(expected)) {
            return Optional.of(value);
        }
        if (expected instanceof Type.OptionalType optional) {
            return convert(value, optional.inner()).map(inner -> new Expression.Present(inner, expected));
        }
        if (actual instanceof Type.ScalarType from && expected instanceof Type.ScalarType to && widens(from, to)) {
            return Optional.of(new Expression.Widened(value, expected));
        }
        return Optional.empty();
    }

    /** Whether nothing more can be said of a type: a part of it was not resolved. */
    static boolean isUnknown(Type type) {
        if (type instanceof Type.ListType list) {
            return isUnknown(list.element());
        }
        if (type instanceof Type.MapType map) {
            return isUnknown(map.value());
        }
        if (type instanceof Type.OptionalType optional) {
            return isUnknown(optional.inner());
        }
        return type instanceof Type.UnknownType;
    }

    private static boolean widens(Type.ScalarType from, Type.ScalarType to) {
        return switch (from.scalar()) {
            case INT -> to.scalar() == Scalar.LONG || to.scalar() == Scalar.DECIMAL || to.scalar() == Scalar.DOUBLE;
            case LONG -> to.scalar() == Scalar.DECIMAL;
            default -> false;
        };
    }
}
