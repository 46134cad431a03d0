package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a call may take and how often it is tried, as far as it is written.
 *
 * @param timeout of one attempt
 * @param deadline of all attempts together
 * @param heartbeat the longest silence within an attempt
 * @param retry how it is tried again
 */
public record CallLimits(
        Optional<Located<Duration>> timeout,
        Optional<Located<Duration>> deadline,
        Optional<Located<Duration>> heartbeat,
        Optional<Retry> retry) {

    /** Nothing is written. */
    public static final CallLimits NONE =
            new CallLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * {@code retry { attempts 5 backoff 1s..30s factor 2 }}.
     *
     * @param attempts how often at most, {@link #UNLIMITED} for {@code attempts unlimited}
     * @param firstInterval before the second attempt
     * @param longestInterval what the intervals grow to; empty where only the first is written
     * @param factor by which the interval grows
     * @param location the whole clause
     */
    public record Retry(
            Optional<Located<Integer>> attempts,
            Optional<Located<Duration>> firstInterval,
            Optional<Located<Duration>> longestInterval,
            Optional<Located<Double>> factor,
            SourceLocation location) {

        /** The number of attempts that stands for no limit. */
        public static final int UNLIMITED = 0;
    }
}
