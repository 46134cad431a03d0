package dev.skald.codegen.plan;

import dev.skald.codegen.plan.CallPolicy.Backoff;
import dev.skald.dsl.model.CallLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Fills in what a definition leaves open about a call's time and retries. */
final class CallPolicies {

    private static final CallLimits CALL = defaults(5, Duration.ofSeconds(30));

    private static final CallLimits UNLIMITED_CALL = defaults(CallLimits.UNLIMITED, Duration.ofSeconds(30));

    private static final CallLimits UNDO = defaults(10, Duration.ofMinutes(5));

    private static final CallLimits UNLIMITED_UNDO = defaults(CallLimits.UNLIMITED, Duration.ofMinutes(5));

    private CallPolicies() {}

    /** Of a call that is given up in the end: a step before the pivot, of an atomic saga. */
    static CallPolicy bounded(CallLimits written) {
        return policy(written, CALL);
    }

    /**
     * Of a call that is asked until it answers, unless it says otherwise itself: a pivot or retriable step, and every
     * step of an eventual saga.
     */
    static CallPolicy unlimited(CallLimits written) {
        return policy(written, UNLIMITED_CALL);
    }

    /** Of a call that is asked until it answers, whatever is written: a readonly step past the point of no return. */
    static CallPolicy unlimitedAlways(CallLimits written) {
        return policy(written.withoutBounds(), UNLIMITED_CALL);
    }

    /** Of an undo that is given up in the end. */
    static CallPolicy undo(CallLimits written) {
        return policy(written, UNDO);
    }

    /** Of an undo that is asked until it is confirmed, unless it says otherwise itself. */
    static CallPolicy unlimitedUndo(CallLimits written) {
        return policy(written, UNLIMITED_UNDO);
    }

    private static CallLimits defaults(int attempts, Duration longestInterval) {
        return new CallLimits(
                Optional.of(Duration.ofSeconds(30)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(attempts),
                Optional.of(Duration.ofSeconds(1)),
                Optional.of(longestInterval),
                Optional.of(2.0));
    }

    private static CallPolicy policy(CallLimits written, CallLimits defaults) {
        CallLimits limits = written.orElse(defaults);
        Duration timeout = limits.timeout().orElseThrow();
        OptionalInt attempts = attempts(limits.attempts().orElseThrow());
        Backoff backoff = backoff(limits, written.longestInterval().isPresent());
        return new CallPolicy(
                timeout, limits.heartbeat(), attempts, backoff, limit(limits.deadline(), timeout, attempts, backoff));
    }

    /** Intervals do not shrink: where only a long first one is written, the longest is no shorter. */
    private static Backoff backoff(CallLimits limits, boolean longestIsWritten) {
        Duration first = limits.firstInterval().orElseThrow();
        Duration longest = limits.longestInterval().orElseThrow();
        boolean shrinks = !longestIsWritten && longest.compareTo(first) < 0;
        return new Backoff(first, shrinks ? first : longest, limits.factor().orElseThrow());
    }

    private static OptionalInt attempts(int attempts) {
        return attempts == CallLimits.UNLIMITED ? OptionalInt.empty() : OptionalInt.of(attempts);
    }

    /** Temporal does not count attempts while no worker is there, so that a bounded call needs a limit in time, too. */
    private static Optional<Duration> limit(
            Optional<Duration> deadline, Duration timeout, OptionalInt attempts, Backoff backoff) {
        if (deadline.isPresent() || attempts.isEmpty()) {
            return deadline;
        }
        return Optional.of(AttemptsInTime.of(timeout, attempts.getAsInt(), backoff));
    }
}
