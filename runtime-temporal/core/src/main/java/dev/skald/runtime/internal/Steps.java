package dev.skald.runtime.internal;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a saga's steps, each in the way of its kind. */
public final class Steps {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Journal journal;
    private final Calls calls;
    private final Stops stops;
    private final Undos undos;
    private boolean pastPivot;

    Steps(Journal journal, Calls calls, Stops stops, Undos undos) {
        this.journal = journal;
        this.calls = calls;
        this.stops = stops;
        this.undos = undos;
    }

    /** Whether the pivot has been asked and has not refused, so that nothing may be undone. */
    boolean pastPivot() {
        return pastPivot;
    }

    /**
     * Takes one step.
     *
     * @param shape the step
     * @param undo generated code that undoes it, or null
     * @param operation generated code that calls its operation
     * @param <R> the operation's result
     * @return what the participant answered
     */
    public <R extends @Nullable Object> R take(StepShape shape, @Nullable Runnable undo, Supplier<R> operation) {
        if (shape.undo().isPresent() != (undo != null)) {
            throw new IllegalStateException("step " + shape.name() + " and its shape differ in whether it has an undo");
        }
        StepEntry step = journal.step(shape);
        return switch (shape.kind()) {
            case COMPENSATABLE -> once(step, undo, operation);
            case READONLY -> pastPivot ? untilDone(step, operation) : once(step, null, operation);
            case PIVOT -> pivot(step, operation);
            case RETRIABLE -> untilDone(step, operation);
        };
    }

    private <R extends @Nullable Object> R once(StepEntry step, @Nullable Runnable undo, Supplier<R> operation) {
        goOnUnlessStopped();
        journal.begins(step);
        CallShape shape = step.shape().call();
        CallOutcome<R> outcome = calls.at(new CallSite(step, Phase.DO, shape, stops), operation);
        boolean hasEffect = step.shape().kind() == StepKind.COMPENSATABLE;
        if (outcome instanceof CallOutcome.Done<R> done) {
            journal.done(step);
            if (hasEffect) {
                undos.add(step, undo);
            }
            goOnUnlessStopped();
            return done.result();
        }
        if (outcome instanceof CallOutcome.Unknown<R> unknown) {
            // A step without an effect has not happened either way, and counts as refused.
            journal.failed(step, hasEffect ? StepState.UNKNOWN : StepState.REFUSED, unknown.failure());
            if (hasEffect) {
                undos.add(step, undo);
            }
            throw StepFailed.fault(stopOr(unknown.failure()));
        }
        throw refused(step, ((CallOutcome.Refused<R>) outcome).error());
    }

    private <R extends @Nullable Object> R pivot(StepEntry step, Supplier<R> operation) {
        goOnUnlessStopped();
        stops.close();
        pastPivot = true;
        return untilDone(step, operation);
    }

    private <R extends @Nullable Object> R untilDone(StepEntry step, Supplier<R> operation) {
        journal.begins(step);
        stops.deadline().ifPresent(journal::escalated);
        CallShape shape = withoutEnd(step);
        Duration pause = shape.firstInterval();
        while (true) {
            CallOutcome<R> outcome = calls.at(new CallSite(step, Phase.DO, shape, null), operation);
            if (outcome instanceof CallOutcome.Done<R> done) {
                journal.done(step);
                journal.healed();
                return done.result();
            }
            if (outcome instanceof CallOutcome.Refused<R> refusal
                    && step.shape().kind() == StepKind.PIVOT) {
                pastPivot = false;
                throw refused(step, refusal.error());
            }
            journal.failed(step, StepState.NEEDS_ATTENTION, failure(outcome));
            pause(step, pause);
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    // A readonly step's limit is meant for its place before the pivot; a limit of the others is when they need
    // attention.
    private static CallShape withoutEnd(StepEntry step) {
        CallShape shape = step.shape().call().unlimited();
        return step.shape().kind() == StepKind.READONLY ? shape.limit(null) : shape;
    }

    private static void pause(StepEntry step, Duration pause) {
        String summary = Texts.cut("ask again: " + step.shape().wording(), Texts.SUMMARY_BYTES);
        Workflow.newTimer(pause, TimerOptions.newBuilder().setSummary(summary).build())
                .get();
    }

    private StepFailed refused(StepEntry step, ApplicationFailure error) {
        journal.failed(step, StepState.REFUSED, error);
        return StepFailed.refused(error);
    }

    private void goOnUnlessStopped() {
        stops.noted().ifPresent(reason -> {
            throw StepFailed.fault(reason);
        });
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

    private static TemporalFailure failure(CallOutcome<?> outcome) {
        return outcome instanceof CallOutcome.Unknown<?> unknown
                ? unknown.failure()
                : ((CallOutcome.Refused<?>) outcome).error();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
