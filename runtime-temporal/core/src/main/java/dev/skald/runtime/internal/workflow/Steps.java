package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.OnUnknown;
import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes a saga's steps, each in the way of its kind. */
public final class Steps {

    private final Journal journal;
    private final Calls calls;
    private final Stops stops;
    private final Telling telling;
    private final Undos undos;
    private final Alarm alarm;
    private boolean pastPivot;
    private @Nullable Consumer<StepFailed> whenRefused;
    private Consumer<@Nullable Object> whenDone = unused -> {};

    Steps(Journal journal, Calls calls, Stops stops, Telling telling, Undos undos, Alarm alarm) {
        this.journal = journal;
        this.calls = calls;
        this.stops = stops;
        this.telling = telling;
        this.undos = undos;
        this.alarm = alarm;
    }

    /** Whether the pivot has been asked and has not refused, so that nothing may be undone. */
    boolean pastPivot() {
        return pastPivot;
    }

    /** Whatever has come before, nothing may be undone any more. */
    void goPastPivot() {
        pastPivot = true;
        stops.closePastPivot();
    }

    /** A step that is refused where it has to be done waits for an operator, and that is told. */
    void keepRefused(Consumer<StepFailed> whenRefused) {
        this.whenRefused = whenRefused;
    }

    /** Each step that is done is told with its result. */
    void tellDone(Consumer<@Nullable Object> whenDone) {
        this.whenDone = whenDone;
    }

    /**
     * Takes one step.
     *
     * @param shape the step
     * @param work generated code that does the step and undoes it
     * @param <R> the operation's result
     * @return what the participant answered
     */
    public <R extends @Nullable Object> R take(StepShape shape, StepWork<R> work) {
        if (shape.undo().isPresent() != work.hasUndo()) {
            throw new IllegalStateException("step " + shape.name() + " and its shape differ in whether it has an undo");
        }
        Strand.current().requireJoined();
        StepEntry step = journal.step(shape, Place.current().iteration());
        enter(step);
        if (pastPivot) {
            return untilDone(step, work);
        }
        if (shape.kind().isPointOfNoReturn()) {
            goPastPivot();
            return untilDone(step, work);
        }
        R result = shape.onUnknown() == OnUnknown.COMPENSATE ? once(step, work) : untilDone(step, work);
        stops.goOnUnlessStopped();
        return result;
    }

    /** The saga is at the step, and whoever is to know it is told, before its participant is asked. */
    private void enter(StepEntry step) {
        leaveIfStopped(step);
        journal.enters(step);
        if (telling.isAwaited()) {
            Place here = Place.current();
            telling.untilTold(() -> !pastPivot && stops.whyLeave(here).isPresent());
            leaveIfStopped(step);
        }
    }

    private void leaveIfStopped(StepEntry step) {
        if (!pastPivot) {
            stops.whyLeave(Place.current()).ifPresent(why -> {
                journal.leaves(step);
                throw why;
            });
        }
    }

    private <R extends @Nullable Object> R once(StepEntry step, StepWork<R> work) {
        journal.begins(step);
        CallSite site = CallSite.doing(step, step.shape().call(), work.needsResult(), stops);
        return result(step, work, calls.at(site, work.operation()));
    }

    private <R extends @Nullable Object> R untilDone(StepEntry step, StepWork<R> work) {
        journal.begins(step);
        HelpCase help = alarm.open(step, () -> mustBeDone(step.shape()));
        try {
            return result(step, work, new Asking<>(step, work, help, calls, stops, alarm, whenRefused).untilAnswered());
        } finally {
            alarm.close(help);
        }
    }

    /** After the pivot only the pivot itself may still say no; where a refused step is kept, no step may. */
    private boolean mustBeDone(StepShape shape) {
        return whenRefused != null || (pastPivot && shape.kind() != StepKind.PIVOT);
    }

    private <R extends @Nullable Object> R result(StepEntry step, StepWork<R> work, CallOutcome<R> outcome) {
        if (outcome instanceof CallOutcome.Done<R> done) {
            journal.done(step);
            journal.healed(step);
            undos.done(step, work.undoWhenDone(done.result()));
            whenDone.accept(work.needsResult() ? done.result() : null);
            return done.result();
        }
        if (outcome instanceof CallOutcome.LeftOpen<R> leftOpen) {
            throw leftOpen(step, leftOpen.why());
        }
        throw outcome instanceof CallOutcome.Unknown<R>
                ? unknown(step, work, outcome.failure())
                : refused(step, outcome);
    }

    private StepFailed unknown(StepEntry step, StepWork<?> work, TemporalFailure failure) {
        // A step without an effect has not happened either way, and counts as refused.
        boolean hasEffect = step.shape().kind() == StepKind.COMPENSATABLE;
        journal.failed(step, hasEffect ? StepState.UNKNOWN : StepState.REFUSED, failure);
        undos.unknown(step, work.undo());
        return StepFailed.fault(stopOr(failure));
    }

    /** Whatever an inner saga has left behind, nothing here can undo it: the saga will not end as compensated. */
    private StepFailed leftOpen(StepEntry step, TemporalFailure failure) {
        journal.failed(step, StepState.UNKNOWN, failure);
        journal.took(step);
        return StepFailed.fault(failure);
    }

    private StepFailed refused(StepEntry step, CallOutcome<?> outcome) {
        // A step that ran at the same time as the pivot says nothing about it.
        pastPivot = pastPivot && step.shape().kind() != StepKind.PIVOT;
        journal.failed(step, StepState.REFUSED, outcome.failure());
        return outcome instanceof CallOutcome.Refused<?> refused
                ? StepFailed.refused(refused.error())
                : StepFailed.fault(outcome.failure());
    }

    /** A call that was asked to stop tells less than who asked it; what it ended with stays as the cause. */
    private TemporalFailure stopOr(TemporalFailure failure) {
        return stops.noted()
                .<TemporalFailure>map(reason -> failure.getCause() instanceof CanceledFailure
                        ? reason
                        : ApplicationFailure.newBuilder(reason)
                                .setCause(failure)
                                .build())
                .orElse(failure);
    }
}
