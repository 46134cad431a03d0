package dev.skald.dsl.resolve;

import dev.skald.dsl.language.Scalar;
import dev.skald.dsl.syntax.Durations;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Makes a constant of a scalar type from text or from a number. */
final class LiteralReader {

    private static final int LONGEST_NUMBER = 100;
    private static final String UUID_FORM = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private LiteralReader() {}

    /** The constant that {@code text} writes in a YAML scalar; empty where it writes none of that type. */
    static Optional<Object> ofPlainText(String text, Scalar scalar) {
        return switch (scalar) {
            case BOOL ->
                text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            case INT, LONG ->
                text.matches("-?[0-9]{1,20}") ? ofInteger(new BigInteger(text), scalar) : Optional.empty();
            case DECIMAL, DOUBLE ->
                text.length() <= LONGEST_NUMBER && text.matches("-?[0-9]+(\\.[0-9]+)?")
                        ? ofDecimal(new BigDecimal(text), scalar)
                        : Optional.empty();
            case DURATION -> Durations.parse(text).map(Object.class::cast);
            default -> ofString(text, scalar);
        };
    }

    /** The constant that a string literal writes where {@code scalar} is asked for. */
    static Optional<Object> ofString(String text, Scalar scalar) {
        try {
            return switch (scalar) {
                case STRING -> Optional.of(text);
                case UUID -> text.matches(UUID_FORM) ? Optional.of(UUID.fromString(text)) : Optional.empty();
                case DATE -> Optional.of(LocalDate.parse(text));
                case INSTANT -> Optional.of(Instant.parse(text));
                default -> Optional.empty();
            };
        } catch (DateTimeException notThatForm) {
            return Optional.empty();
        }
    }

    /** A whole number as a constant of a number type; empty where it does not fit. */
    static Optional<Object> ofInteger(BigInteger value, Scalar scalar) {
        return switch (scalar) {
            case INT -> value.bitLength() < Integer.SIZE ? Optional.of(value.intValue()) : Optional.empty();
            case LONG -> value.bitLength() < Long.SIZE ? Optional.of(value.longValue()) : Optional.empty();
            default -> ofDecimal(new BigDecimal(value), scalar);
        };
    }

    /** A number with a point as a constant of a number type; empty where it does not fit. */
    static Optional<Object> ofDecimal(BigDecimal value, Scalar scalar) {
        return switch (scalar) {
            case DECIMAL -> Optional.of(value);
            case DOUBLE -> Double.isFinite(value.doubleValue()) ? Optional.of(value.doubleValue()) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
