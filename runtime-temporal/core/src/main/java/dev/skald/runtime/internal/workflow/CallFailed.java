package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/** Carries a call that was not done out of the participant's stub, to where its step is. */
final class CallFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;
    private final TemporalFailure failure;

    private CallFailed(boolean refused, TemporalFailure failure) {
        super(null, failure, false, false);
        this.refused = refused;
        this.failure = failure;
    }

    static CallFailed refused(ApplicationFailure error) {
        return new CallFailed(true, error);
    }

    static CallFailed unknown(TemporalFailure failure) {
        return new CallFailed(false, failure);
    }

    <R extends @Nullable Object> CallOutcome<R> outcome() {
        return refused && failure instanceof ApplicationFailure error
                ? new CallOutcome.Refused<>(error)
                : new CallOutcome.Unknown<>(failure);
    }
}
