package dev.skald.codegen.java;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The units that generated code names a duration in. */
enum DurationUnit {
    DAYS("ofDays", ChronoUnit.DAYS),
    HOURS("ofHours", ChronoUnit.HOURS),
    MINUTES("ofMinutes", ChronoUnit.MINUTES),
    SECONDS("ofSeconds", ChronoUnit.SECONDS),
    MILLIS("ofMillis", ChronoUnit.MILLIS),
    NANOS("ofNanos", ChronoUnit.NANOS);

    private final String method;
    private final Duration unit;

    DurationUnit(String method, ChronoUnit unit) {
        this.method = method;
        this.unit = unit.getDuration();
    }

    /** The largest unit that {@code duration} is a whole number of; seconds for none at all. */
    static DurationUnit of(Duration duration) {
        if (duration.isZero()) {
            return SECONDS;
        }
        return Arrays.stream(values())
                .filter(candidate -> candidate.divides(duration))
                .findFirst()
                .orElse(NANOS);
    }

    /** The method of {@link Duration} that makes one. */
    String method() {
        return method;
    }

    /** How many of this unit {@code duration} has. */
    long count(Duration duration) {
        return duration.dividedBy(unit);
    }

    private boolean divides(Duration duration) {
        return unit.multipliedBy(count(duration)).equals(duration);
    }
}
