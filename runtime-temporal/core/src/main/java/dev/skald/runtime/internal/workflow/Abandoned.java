package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;

/** Leaves a saga's flow because an operator gave the saga up; caught by the flow, never seen outside. */
final class Abandoned extends RuntimeException {

    /** The failure type of a saga that was given up. */
    static final String TYPE = "dev.skald.Abandoned";

    private static final long serialVersionUID = 1L;

    private final transient ApplicationFailure why;

    Abandoned(Decision decision) {
        super(null, null, false, false);
        this.why = ApplicationFailure.newBuilder()
                .setType(TYPE)
                .setMessage(decision.inWords())
                .setNonRetryable(true)
                .build();
    }

    ApplicationFailure why() {
        return why;
    }
}
