package dev.skald.dsl.resolve;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.CallLimits;
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
        Optional<Duration> first = duration("backoff", retry.flatMap(Retry::firstInterval));
        Optional<Duration> longest = duration("backoff", retry.flatMap(Retry::longestInterval));
        if (first.isPresent() && longest.isPresent() && first.get().compareTo(longest.get()) > 0) {
            SourceLocation place =
                    retry.flatMap(Retry::firstInterval).orElseThrow().location();
            report(place, "the first interval of `backoff` is longer than its longest");
        }
        return new CallLimits(
                duration("timeout", limits.timeout()),
                duration("deadline", limits.deadline()),
                duration("heartbeat", limits.heartbeat()),
                retry.flatMap(Retry::attempts).map(Located::value),
                first,
                longest,
                retry.flatMap(Retry::factor).flatMap(this::factor));
    }

    /** A duration of that clause, where it is written and can be kept. */
    Optional<Duration> duration(String clause, Optional<Located<Duration>> written) {
        return written.filter(duration -> isPossible(clause, duration)).map(Located::value);
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
