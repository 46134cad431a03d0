package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.Optional;

/**
 * Where the parts of {@link CallLimits} are written: at the call itself, or among the defaults that it takes over.
 * Empty where nothing is written.
 *
 * @param timeout of the duration
 * @param deadline of the duration
 * @param heartbeat of the duration
 * @param attempts of the number
 * @param firstInterval of the duration
 * @param longestInterval of the duration
 */
public record LimitPlaces(
        Optional<SourceLocation> timeout,
        Optional<SourceLocation> deadline,
        Optional<SourceLocation> heartbeat,
        Optional<SourceLocation> attempts,
        Optional<SourceLocation> firstInterval,
        Optional<SourceLocation> longestInterval) {

    /** Nothing is written. */
    public static final LimitPlaces NONE = new LimitPlaces(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These places, and those of {@code defaults} where nothing is written here. */
    LimitPlaces orElse(LimitPlaces defaults) {
        return new LimitPlaces(
                timeout.or(defaults::timeout),
                deadline.or(defaults::deadline),
                heartbeat.or(defaults::heartbeat),
                attempts.or(defaults::attempts),
                firstInterval.or(defaults::firstInterval),
                longestInterval.or(defaults::longestInterval));
    }

    /** These places without that of the deadline and of the attempts. */
    LimitPlaces withoutBounds() {
        return new LimitPlaces(timeout, Optional.empty(), heartbeat, Optional.empty(), firstInterval, longestInterval);
    }
}
