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

    private static final List<String> WORDS = List.of("d", "h", "m", "s", "ms");

    private static final long LARGEST = 999_999_999;

    private Durations() {}

    /** A duration as both notations write it, in the largest units that it has: {@code 1h30m}, not {@code 90m}. */
    public static String text(Duration duration) {
        StringBuilder text = new StringBuilder();
        Duration rest = duration;
        for (int unit = 0; unit < UNITS.size(); unit++) {
            long count = Math.min(rest.dividedBy(UNITS.get(unit)), LARGEST);
            if (count > 0) {
                text.append(count).append(WORDS.get(unit));
                rest = rest.minus(UNITS.get(unit).multipliedBy(count));
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }

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
