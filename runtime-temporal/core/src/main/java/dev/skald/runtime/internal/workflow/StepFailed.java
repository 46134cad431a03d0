package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.FirstError;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;

/** Leaves a saga's flow because the saga cannot be completed; caught by the flow, never seen outside. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TemporalFailure why;
    private final transient FirstError firstError;
    private final boolean refused;

    private StepFailed(TemporalFailure why, FirstError firstError, boolean refused) {
        super(null, why, false, false);
        this.why = why;
        this.firstError = firstError;
        this.refused = refused;
    }

    /** A participant, or the saga itself, said no by a declared error. */
    static StepFailed refused(ApplicationFailure error) {
        return new StepFailed(error, FirstError.refusal(error), true);
    }

    /** Anything else. */
    static StepFailed fault(TemporalFailure failure) {
        return new StepFailed(failure, FirstError.fault(failure), false);
    }

    /** What others have failed of. */
    static StepFailed elsewhere(TemporalFailure failure, FirstError firstError, boolean refused) {
        return new StepFailed(failure, firstError, refused);
    }

    /** The error that started it all. */
    TemporalFailure why() {
        return why;
    }

    /** The same in the form in which it crosses where a failure cannot. */
    FirstError firstError() {
        return firstError;
    }

    /** Whether it is an answer and no fault. */
    boolean refused() {
        return refused;
    }
}
