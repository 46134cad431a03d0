package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.model.LimitPlaces;
import dev.skald.dsl.syntax.tree.CallLimits.Retry;
import dev.skald.dsl.syntax.tree.Located;
import java.time.Duration;
import java.util.Optional;

/** Reads limits of calls, and refuses numbers that no clock or counter can keep. */
final class LimitsResolver {

    /** The longest duration that a definition may name: ten years. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final double LARGEST_FACTOR = 100;

    private final Diagnostics diagnostics;

    LimitsResolver(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The limits as far as they are written. */
    CallLimits resolve(dev.skald.dsl.syntax.tree.CallLimits limits) {
        Optional<Retry> retry = limits.retry();
        Optional<Located<Duration>> timeout = possible("timeout", limits.timeout());
        Optional<Located<Duration>> deadline = possible("deadline", limits.deadline());
        Optional<Located<Duration>> heartbeat = possible("heartbeat", limits.heartbeat());
        Optional<Located<Integer>> attempts = retry.flatMap(Retry::attempts);
        Optional<Located<Duration>> first = possible("backoff", retry.flatMap(Retry::firstInterval));
        Optional<Located<Duration>> longest = possible("backoff", retry.flatMap(Retry::longestInterval));
        if (first.isPresent()
                && longest.isPresent()
                && first.get().value().compareTo(longest.get().value()) > 0) {
            report(first.get().location(), "the first interval of `backoff` is longer than its longest");
            longest = first;
        }
        return new CallLimits(
                timeout.map(Located::value),
                deadline.map(Located::value),
                heartbeat.map(Located::value),
                attempts.map(Located::value),
                first.map(Located::value),
                longest.map(Located::value),
                retry.flatMap(Retry::factor).flatMap(this::factor),
                new LimitPlaces(
                        timeout.map(Located::location),
                        deadline.map(Located::location),
                        heartbeat.map(Located::location),
                        attempts.map(Located::location),
                        first.map(Located::location),
                        longest.map(Located::location)));
    }

    /** A duration of that clause, where it is written and can be kept. */
    Optional<Duration> duration(String clause, Optional<Located<Duration>> written) {
        return possible(clause, written).map(Located::value);
    }

    private Optional<Located<Duration>> possible(String clause, Optional<Located<Duration>> written) {
        return written.filter(duration -> isPossible(clause, duration));
    }

    private boolean isPossible(String clause, Located<Duration> duration) {
        if (duration.value().isZero() || duration.value().isNegative()) {
            report(duration.location(), "`" + clause + "` must be longer than zero");
            return false;
        }
        if (duration.value().compareTo(LONGEST) > 0) {
            report(duration.location(), "`" + clause + "` must be at most ten years, `3650d`");
            return false;
        }
        return true;
    }

    private Optional<Double> factor(Located<Double> factor) {
        if (factor.value() < 1 || factor.value() > LARGEST_FACTOR) {
            report(factor.location(), "`factor` must be between 1 and 100");
            return Optional.empty();
        }
        return Optional.of(factor.value());
    }

    private void report(SourceLocation location, String message) {
        diagnostics.report(Diagnostic.of(DiagnosticId.TYPE_RANGE, location, message));
    }
}
