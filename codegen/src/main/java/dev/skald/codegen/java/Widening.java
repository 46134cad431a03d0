package dev.skald.codegen.java;

import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.model.Type;
import java.math.BigDecimal;

/** Widens constants, so that generated code holds the number that is meant and no conversion of it. */
final class Widening {

    private Widening() {}

    /** The whole number {@code value} as a number of {@code type}. */
    static Number of(Number value, Type type) {
        Scalar scalar = ((Type.ScalarType) type).scalar();
        return switch (scalar) {
            case LONG -> value.longValue();
            case DOUBLE -> value.doubleValue();
            case DECIMAL -> BigDecimal.valueOf(value.longValue());
            default ->
                throw new IllegalStateException(
                        "a number cannot be widened to " + type.text() + ": this is a bug in Skald");
        };
    }
}
