package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.OnUnknown;
import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.internal.wire.Verb;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a step until its participant answers: in rounds, each one call with all its attempts, at growing intervals.
 * After the first round without an answer help is asked for, once; an operator may then answer in the participant's
 * place.
 *
 * @param <R> the operation's result
 */
final class Asking<R extends @Nullable Object> {

    private final StepWork<R> work;
    private final StepShape shape;
    private final HelpCase help;
    private final Calls calls;
    private final Stops stops;
    private final Alarm alarm;
    private final CallSite firstRound;
    private final boolean beforePivot;
    private final Place place = Place.current();
    private final Pauses pauses;
    private final @Nullable Consumer<StepFailed> whenRefused;

    /**
     * The asking for one step.
     *
     * @param whenRefused is told of a refusal that is no answer, after which only an operator has the step asked for
     *     again; null where it is asked for again like any other
     */
    Asking(
            StepEntry step,
            StepWork<R> work,
            HelpCase help,
            Calls calls,
            Stops stops,
            Alarm alarm,
            @Nullable Consumer<StepFailed> whenRefused) {
        this.work = work;
        this.shape = step.shape();
        this.help = help;
        this.calls = calls;
        this.stops = stops;
        this.alarm = alarm;
        this.beforePivot = stops.isOpen();
        CallShape call = callShape();
        this.firstRound = CallSite.doing(step, call, work.needsResult(), stops, help);
        this.pauses = new Pauses(call, shape.wording());
        this.whenRefused = whenRefused;
    }

    /**
     * What the participant, or an operator, says.
     *
     * @return done or refused; unknown only where the saga was stopped meanwhile and the step may be undone
     * @throws Abandoned if an operator gives the saga up
     */
    CallOutcome<R> untilAnswered() {
        CallOutcome<R> outcome = calls.at(firstRound, work.operation());
        while (!isAnswer(outcome)) {
            if (isStopped() && !help.isDecided()) {
                return new CallOutcome.Unknown<>(outcome.failure());
            }
            outcome = decided(outcome).orElseGet(() -> calls.at(laterRound(), work.operation()));
        }
        return outcome;
    }

    /** What an operator has decided, which counts also where the saga is stopped meanwhile; empty to ask again. */
    private Optional<CallOutcome<R>> decided(CallOutcome<R> outcome) {
        if (!help.isDecided()) {
            alarm.raise(help, outcome.failure(), escalates(outcome));
            pause(outcome);
        }
        Optional<CallOutcome<R>> decided = help.takeDecision().flatMap(decision -> answer(decision, outcome));
        return decided.isEmpty() && isStopped() ? Optional.of(outcome) : decided;
    }

    private void pause(CallOutcome<R> outcome) {
        if (whenRefused != null && outcome instanceof CallOutcome.Refused<R> refused) {
            whenRefused.accept(StepFailed.refused(refused.error()));
            Workflow.await(help::isDecided);
        } else {
            pauses.pauseUnless(() -> help.isDecided() || isStopped());
        }
    }

    private Optional<CallOutcome<R>> answer(Decision decision, CallOutcome<R> outcome) {
        alarm.settledBy(help, decision);
        return switch (decision.verb()) {
            case CONFIRM_DONE ->
                Optional.of(calls.at(
                        firstRound.confirmedBy(
                                new ConfirmedAnswer(decision.request().result())),
                        work.operation()));
            case CONFIRM_NOT_DONE -> Optional.of(notDone(decision, outcome));
            case ABANDON -> throw new Abandoned(decision);
            case RETRY, SKIP -> Optional.empty();
        };
    }

    private boolean isAnswer(CallOutcome<R> outcome) {
        return outcome instanceof CallOutcome.Done
                || (mayFail() && (outcome instanceof CallOutcome.Refused || outcome instanceof CallOutcome.NotDone))
                || (mayFail() && outcome instanceof CallOutcome.LeftOpen && shape.kind() != StepKind.PIVOT);
    }

    /** After the pivot nothing is an answer but that the step is done. */
    private boolean mayFail() {
        return help.allows(Verb.CONFIRM_NOT_DONE);
    }

    /** A step that may be undone without its result does not keep a saga from stopping. */
    private boolean isStopped() {
        return beforePivot
                && shape.onUnknown() != OnUnknown.ESCALATE
                && stops.whyLeave(place).isPresent();
    }

    /** A round that nothing but a decision ends early, where the definition wants to know before anything is undone. */
    private CallSite laterRound() {
        return shape.onUnknown() == OnUnknown.ESCALATE ? firstRound.interruptedOnlyBy(help) : firstRound;
    }

    /** What nobody knows escalates where the definition says so; a pivot does at its own deadline, too. */
    private boolean escalates(CallOutcome<R> outcome) {
        return (shape.onUnknown() == OnUnknown.ESCALATE && !(outcome instanceof CallOutcome.Refused))
                || (shape.kind() == StepKind.PIVOT
                        && shape.call().limit() != null
                        && outcome.failure() instanceof ActivityFailure ended
                        && ended.getRetryState() == RetryState.RETRY_STATE_TIMEOUT);
    }

    /** After the pivot no number of attempts is enough, and a limit is only when help is asked for. */
    private CallShape callShape() {
        if (beforePivot) {
            return shape.call();
        }
        CallShape endless = shape.call().unlimited();
        return shape.kind().isPointOfNoReturn() ? endless : endless.limit(null);
    }

    private CallOutcome<R> notDone(Decision decision, CallOutcome<R> outcome) {
        return new CallOutcome.NotDone<>(ApplicationFailure.newBuilder()
                .setType("dev.skald.ConfirmedNotDone")
                .setMessage(decision.inWords())
                .setNonRetryable(true)
                .setCause(outcome.failure())
                .build());
    }
}
