package dev.skald.dsl.syntax;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations as both notations write them: {@code 500ms}, {@code 10s}, and sums in falling units, {@code 1h30m}.
 */
public final class Durations {

    /** What each capturing group of {@link #SUM} counts. */
    private static final List<Duration> UNITS = List.of(
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(1));

    /** Nine digits at most, so that no sum overflows. The units stand in their order, and at least one is there. */
    private static final Pattern SUM = Pattern.compile("(?=[0-9])(?:([0-9]{1,9})d)?(?:([0-9]{1,9})h)?(?:([0-9]{1,9})m)?"
            + "(?:([0-9]{1,9})s)?(?:([0-9]{1,9})ms)?");

    private Durations() {}

    /** The duration that the whole of {@code text} is; empty where it is none. */
    public static Optional<Duration> parse(String text) {
        Matcher sum = SUM.matcher(text);
        if (!sum.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.ZERO;
        for (int unit = 0; unit < UNITS.size(); unit++) {
            String count = sum.group(unit + 1);
            if (count != null) {
                duration = duration.plus(UNITS.get(unit).multipliedBy(Long.parseLong(count)));
            }
        }
        return Optional.of(duration);
    }
}
