package dev.skald.dsl.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a call may take and how often it is tried, as far as the definition says it; the pattern's defaults fill the
 * rest.
 *
 * @param timeout of one attempt
 * @param deadline of all attempts together
 * @param heartbeat the longest silence within an attempt
 * @param attempts how often at most, {@link #UNLIMITED} where the definition says so
 * @param firstInterval before the second attempt
 * @param longestInterval what the intervals grow to
 * @param factor by which the interval grows
 * @param places where the definition says it
 */
public record CallLimits(
        Optional<Duration> timeout,
        Optional<Duration> deadline,
        Optional<Duration> heartbeat,
        Optional<Integer> attempts,
        Optional<Duration> firstInterval,
        Optional<Duration> longestInterval,
        Optional<Double> factor,
        LimitPlaces places) {

    /** The number of attempts that stands for no limit. */
    public static final int UNLIMITED = 0;

    /** Nothing is said. */
    public static final CallLimits NONE = new CallLimits(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Limits that no definition writes. */
    public CallLimits(
            Optional<Duration> timeout,
            Optional<Duration> deadline,
            Optional<Duration> heartbeat,
            Optional<Integer> attempts,
            Optional<Duration> firstInterval,
            Optional<Duration> longestInterval,
            Optional<Double> factor) {
        this(timeout, deadline, heartbeat, attempts, firstInterval, longestInterval, factor, LimitPlaces.NONE);
    }

    /** These limits, each field that they leave open taken from {@code defaults}. */
    public CallLimits orElse(CallLimits defaults) {
        return new CallLimits(
                timeout.or(defaults::timeout),
                deadline.or(defaults::deadline),
                heartbeat.or(defaults::heartbeat),
                attempts.or(defaults::attempts),
                firstInterval.or(defaults::firstInterval),
                longestInterval.or(defaults::longestInterval),
                factor.or(defaults::factor),
                places.orElse(defaults.places));
    }

    /** These limits without what would end the attempts: for a call that is asked until it answers. */
    public CallLimits withoutBounds() {
        return new CallLimits(
                timeout,
                Optional.empty(),
                heartbeat,
                Optional.empty(),
                firstInterval,
                longestInterval,
                factor,
                places.withoutBounds());
    }
}
