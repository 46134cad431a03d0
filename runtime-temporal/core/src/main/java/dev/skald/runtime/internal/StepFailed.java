package dev.skald.runtime.internal;

import io.temporal.failure.TemporalFailure;

/** Leaves a saga's flow at a step because the saga cannot be completed; caught by the flow, never seen outside. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TemporalFailure why;
    private final boolean refused;

    StepFailed(TemporalFailure why, boolean refused) {
        super(null, why, false, false);
        this.why = why;
        this.refused = refused;
    }

    /** The error that started it all. */
    TemporalFailure why() {
        return why;
    }

    /** Whether a participant, or the saga itself, said no, which is an answer and no fault. */
    boolean refused() {
        return refused;
    }
}
