package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/** Carries a call that was not done out of the participant's stub, to where its step is. */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final How how;
    private final TemporalFailure failure;

    private CallFailed(How how, TemporalFailure failure) {
        super(null, failure, false, false);
        this.how = how;
        this.failure = failure;
    }

    static CallFailed refused(ApplicationFailure error) {
        return new CallFailed(How.REFUSED, error);
    }

    static CallFailed unknown(TemporalFailure failure) {
        return new CallFailed(How.UNKNOWN, failure);
    }

    /** An inner saga was not completed, and has left nothing behind. */
    static CallFailed notDone(TemporalFailure failure) {
        return new CallFailed(How.NOT_DONE, failure);
    }

    /** An inner saga, or its undoing, was given up by an operator, and may have left something behind. */
    static CallFailed leftOpen(TemporalFailure failure) {
        return new CallFailed(How.LEFT_OPEN, failure);
    }

    <R extends @Nullable Object> CallOutcome<R> outcome() {
        return switch (how) {
            case REFUSED ->
                failure instanceof ApplicationFailure error
                        ? new CallOutcome.Refused<>(error)
                        : new CallOutcome.Unknown<>(failure);
            case NOT_DONE -> new CallOutcome.NotDone<>(failure);
            case LEFT_OPEN -> new CallOutcome.LeftOpen<>(failure);
            case UNKNOWN -> new CallOutcome.Unknown<>(failure);
        };
    }

    private enum How {
        REFUSED,
        NOT_DONE,
        LEFT_OPEN,
        UNKNOWN
    }
}
