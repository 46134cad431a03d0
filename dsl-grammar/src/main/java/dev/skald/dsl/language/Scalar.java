package dev.skald.dsl.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types that every definition has. */
public enum Scalar {
    STRING,
    BOOL,
    INT,
    LONG,
    DECIMAL,
    DOUBLE,
    UUID,
    DATE,
    INSTANT,
    DURATION,
    BYTES,
    JSON;

    /** The scalar that a definition calls {@code word}. */
    public static Optional<Scalar> ofWord(String word) {
        return Arrays.stream(values())
                .filter(scalar -> scalar.word().equals(word))
                .findFirst();
    }

    /** Its name in a definition. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has sum, product and order. */
    public boolean isNumber() {
        return this == INT || this == LONG || this == DECIMAL || this == DOUBLE;
    }
}
