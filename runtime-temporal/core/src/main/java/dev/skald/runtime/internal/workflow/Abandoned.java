package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;

/** Leaves a saga's flow because an operator gave the saga up; caught by the flow, never seen outside. */
final class Abandoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApplicationFailure why;

    Abandoned(Decision decision) {
        super(null, null, false, false);
        this.why = ApplicationFailure.newBuilder()
                .setType("dev.skald.Abandoned")
                .setMessage(decision.inWords())
                .setNonRetryable(true)
                .build();
    }

    ApplicationFailure why() {
        return why;
    }
}
