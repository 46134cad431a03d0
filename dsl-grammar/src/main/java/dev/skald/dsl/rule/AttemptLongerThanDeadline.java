package dev.skald.dsl.rule;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.CallLimits;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.LimitPlaces;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * Timeouts, heartbeats, retries and the deadline of one call can all hold. Only what is written is held against what is
 * written, at the call or among defaults: an attempt that may take 30 s because nobody says otherwise is cut short by a
 * shorter deadline, and that is all right. A heartbeat, though, that is no shorter than those 30 s is never missed.
 *
 * <p>The finding points at the step's own clause where one of the two is its own: what is nearer was meant to fit.
 */
final class AttemptLongerThanDeadline implements Rule {

    @Override
    public void check(Saga saga, SagaModel model, Diagnostics diagnostics) {
        for (Step step : saga.steps()) {
            new OneCall(step.limits(), BackoffDefaults.STEP, step.location(), diagnostics).check();
            step.undo()
                    .map(Compensation.Undo::limits)
                    .ifPresent(
                            limits -> new OneCall(limits, BackoffDefaults.UNDO, step.location(), diagnostics).check());
        }
    }

    /** The limits of one call, which belongs to the step at {@code owner}. */
    private record OneCall(CallLimits limits, BackoffDefaults defaults, SourceLocation owner, Diagnostics diagnostics) {

        void check() {
            LimitPlaces places = limits.places();
            checkBackoff(places);
            places.deadline().ifPresent(place -> checkDeadline(limits.deadline().orElseThrow(), place, places));
            Duration timeout = limits.timeout().orElse(BackoffDefaults.TIMEOUT);
            limits.heartbeat()
                    .filter(heartbeat -> heartbeat.compareTo(timeout) >= 0)
                    .ifPresent(heartbeat -> reportHeartbeat(heartbeat, timeout, places));
        }

        private void checkDeadline(Duration deadline, SourceLocation place, LimitPlaces places) {
            limits.timeout()
                    .filter(timeout -> timeout.compareTo(deadline) >= 0)
                    .ifPresent(timeout -> report(
                            "an attempt may take " + DurationText.of(timeout) + ", and all attempts together "
                                    + DurationText.of(deadline),
                            places.timeout().orElseThrow(),
                            "make `timeout` shorter than `deadline`, so that there is time for another attempt",
                            new Other("the deadline is written here", Optional.of(place))));
            limits.attempts()
                    .filter(attempts -> attempts != CallLimits.UNLIMITED)
                    .ifPresent(attempts -> checkAttempts(attempts, deadline, place, places));
        }

        /** What is near and says how long may be meant to cut short attempts of somewhere else. */
        private void checkAttempts(int attempts, Duration deadline, SourceLocation place, LimitPlaces places) {
            SourceLocation written = places.attempts().orElseThrow();
            if (owner.contains(place) && !owner.contains(written)) {
                return;
            }
            int possible = defaults.attemptsWithin(deadline, attempts, limits);
            if (possible < attempts) {
                report(
                        attempts + " attempts do not fit into the deadline of " + DurationText.of(deadline)
                                + ": the pauses between them use it up",
                        written,
                        "even if each fails at once, no more than " + possible + (possible == 1 ? " fits" : " fit")
                                + ": lower `attempts`, shorten `backoff`, or lengthen `deadline`",
                        new Other("the deadline is written here", Optional.of(place)));
            }
        }

        private void checkBackoff(LimitPlaces places) {
            boolean shrinks = limits.firstInterval().isPresent()
                    && limits.longestInterval()
                            .filter(longest ->
                                    longest.compareTo(limits.firstInterval().get()) < 0)
                            .isPresent();
            if (shrinks) {
                report(
                        "the first pause between attempts is "
                                + DurationText.of(limits.firstInterval().orElseThrow()) + ", and the longest "
                                + DurationText.of(limits.longestInterval().orElseThrow()),
                        places.firstInterval().orElseThrow(),
                        "write both in one place, the longest last, such as `backoff 1s..30s`",
                        new Other("the longest is written here", places.longestInterval()));
            }
        }

        private void reportHeartbeat(Duration heartbeat, Duration timeout, LimitPlaces places) {
            report(
                    "a sign of life is due every " + DurationText.of(heartbeat)
                            + ", and an attempt may take no longer than " + DurationText.of(timeout),
                    places.heartbeat().orElseThrow(),
                    "make `heartbeat` shorter than `timeout`",
                    places.timeout().isPresent()
                            ? new Other("the timeout is written here", places.timeout())
                            : new Other("where no `timeout` is written, it is 30s", Optional.empty()));
        }

        /** Points at what is written at the step itself, and else at the first of the two. */
        private void report(String message, SourceLocation clause, String help, Other other) {
            Optional<SourceLocation> nearer =
                    other.place().filter(place -> owner.contains(place) && !owner.contains(clause));
            Diagnostic finding = Diagnostic.of(
                            DiagnosticId.TIMEOUT_ATTEMPT_LONGER_THAN_DEADLINE, nearer.orElse(clause), message)
                    .withHelp(help);
            if (nearer.isPresent()) {
                diagnostics.report(finding.withNote("the other is written here", clause));
            } else {
                diagnostics.report(other.place()
                        .map(place -> finding.withNote(other.text(), place))
                        .orElseGet(() -> finding.withNote(other.text())));
            }
        }
    }

    /** The clause that a clause contradicts, in words, and where it is written. */
    private record Other(String text, Optional<SourceLocation> place) {}
}
