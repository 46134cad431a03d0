package dev.skald.dsl.rule;

import dev.skald.dsl.model.CallLimits;
import java.time.Duration;

/**
 * What holds where a definition leaves something open, as far as rules ask for it: an attempt may take 30 s, and the
 * pauses between attempts are 1 s at first and double up to 30 s, for an undo up to 5 m.
 *
 * @param longestInterval what the pauses grow to
 */
record BackoffDefaults(Duration longestInterval) {

    /** Of a step. */
    static final BackoffDefaults STEP = new BackoffDefaults(Duration.ofSeconds(30));

    /** Of an undo. */
    static final BackoffDefaults UNDO = new BackoffDefaults(Duration.ofMinutes(5));

    /** How long an attempt may take. */
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final double FACTOR = 2;

    /** From here on the pauses count as if they grew no more: a definition must not make the compiler slow. */
    private static final int COUNTED = 1_000;

    /**
     * How many attempts can begin before {@code limit} has passed, if each fails at once: no more than {@code most}.
     *
     * @param limits what is written about the pauses
     */
    int attemptsWithin(Duration limit, int most, CallLimits limits) {
        double next = millis(limits.firstInterval().orElse(FIRST));
        double longest = Math.max(next, millis(limits.longestInterval().orElse(longestInterval)));
        double factor = limits.factor().orElse(FACTOR);
        double begin = 0;
        int attempts = 1;
        while (attempts < Math.min(most, COUNTED) && begin + next < millis(limit)) {
            begin += next;
            next = Math.min(next * factor, longest);
            attempts++;
        }
        double more = Math.max(0, Math.ceil((millis(limit) - begin) / next) - 1);
        return (int) Math.min(most, attempts + more);
    }

    private static double millis(Duration duration) {
        return duration.getSeconds() * 1e3 + duration.getNano() / 1e6;
    }
}
