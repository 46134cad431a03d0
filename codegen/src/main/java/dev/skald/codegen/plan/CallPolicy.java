package dev.skald.codegen.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a call may take and how often it is tried; nothing is left to a default.
 *
 * @param timeout of one attempt
 * @param heartbeat the longest silence within an attempt; empty where none is asked for
 * @param attempts how often at most; empty where there is no limit
 * @param backoff the intervals between the attempts
 * @param limit of all attempts and intervals together; empty where there is none
 */
public record CallPolicy(
        Duration timeout,
        Optional<Duration> heartbeat,
        OptionalInt attempts,
        Backoff backoff,
        Optional<Duration> limit) {

    /** Whether it is given up at some time. */
    public boolean isBounded() {
        return attempts.isPresent() || limit.isPresent();
    }

    /**
     * Growing intervals.
     *
     * @param first before the second attempt
     * @param longest what the intervals grow to
     * @param factor by which they grow
     */
    public record Backoff(Duration first, Duration longest, double factor) {}
}
