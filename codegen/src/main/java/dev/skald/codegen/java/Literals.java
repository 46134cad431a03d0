package dev.skald.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/** Java code for constants. */
final class Literals {

    private Literals() {}

    /** The code of a value of any scalar type that has constants. */
    static CodeBlock of(Object value) {
        if (value instanceof String text) {
            return string(text);
        }
        if (value instanceof Long number) {
            return CodeBlock.of("$LL", number);
        }
        if (value instanceof BigDecimal decimal) {
            return CodeBlock.of("new $T($S)", BigDecimal.class, decimal.toString());
        }
        if (value instanceof UUID uuid) {
            return CodeBlock.of("$T.fromString($S)", UUID.class, uuid.toString());
        }
        if (value instanceof LocalDate date) {
            return CodeBlock.of("$T.parse($S)", LocalDate.class, date.toString());
        }
        if (value instanceof Instant instant) {
            return CodeBlock.of("$T.parse($S)", Instant.class, instant.toString());
        }
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Boolean || value instanceof Integer || value instanceof Double) {
            return CodeBlock.of("$L", value);
        }
        throw new IllegalStateException(
                "a constant of " + value.getClass() + " has reached the generator: this is a bug in Skald");
    }

    /**
     * A string on one line. What cannot be seen is escaped, so that the code reads as it runs, whatever the text holds.
     */
    static CodeBlock string(String text) {
        String escaped = text.codePoints().mapToObj(Literals::escaped).collect(Collectors.joining());
        return CodeBlock.of("$L", '"' + escaped + '"');
    }

    /** A duration in the largest unit that it is a whole number of, such as {@code Duration.ofMinutes(5)}. */
    static CodeBlock duration(Duration duration) {
        DurationUnit unit = DurationUnit.of(duration);
        return CodeBlock.of("$T.$L($L)", Duration.class, unit.method(), amount(unit.count(duration)));
    }

    /** A whole number where a long is asked for: marked as one only where an int would not hold it. */
    static CodeBlock amount(long number) {
        return number == (int) number ? CodeBlock.of("$L", number) : CodeBlock.of("$LL", number);
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isVisible(character) ? Character.toString(character) : unicodeEscape(character);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String unicodeEscape(int character) {
        return Character.toString(character)
                .chars()
                .mapToObj(unit -> String.format("\\u%04x", unit))
                .collect(Collectors.joining());
    }
}
