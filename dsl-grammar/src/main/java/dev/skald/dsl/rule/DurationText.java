package dev.skald.dsl.rule;

import java.time.Duration;

/** Writes durations as definitions do. */
final class DurationText {

    private DurationText() {}

    /** Such as {@code 1h30m} or {@code 500ms}; parts of a millisecond are left out. */
    static String of(Duration duration) {
        String text = part(duration.toDays(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }
}
