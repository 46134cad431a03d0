package dev.skald.codegen.java;

import java.time.Duration;

/** Says durations as definitions write them. */
final class DurationWords {

    private DurationWords() {}

    /** Such as {@code 1h30m}. */
    static String of(Duration duration) {
        StringBuilder words = new StringBuilder();
        add(words, duration.toDaysPart(), "d");
        add(words, duration.toHoursPart(), "h");
        add(words, duration.toMinutesPart(), "m");
        add(words, duration.toSecondsPart(), "s");
        add(words, duration.toMillisPart(), "ms");
        return words.isEmpty() ? "0s" : words.toString();
    }

    private static void add(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(count).append(unit);
        }
    }
}
