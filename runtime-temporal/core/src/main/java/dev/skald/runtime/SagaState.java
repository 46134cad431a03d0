package dev.skald.runtime;

/** Where a saga as a whole stands. */
public enum SagaState {
    /** Its steps are on their way; a step that needs attention leaves its saga here. */
    RUNNING,
    /** Every step is done. */
    COMPLETED,
    /** It will not be completed, and what was done is being undone. */
    COMPENSATING,
    /** Everything that was done, or may have been done, is undone: each undo was confirmed. */
    COMPENSATED,
    /** The caller has its answer, and the undos are on their way; an eventual saga is in it until each is confirmed. */
    COMPENSATION_SENT,
    /**
     * At least one undo did not succeed within its retries, or a step that was to be undone has no undo. The saga stays
     * open, so that nothing is lost and its id cannot be started again on top of it, until a {@link SagaOperator} has
     * settled what is stuck.
     */
    COMPENSATION_FAILED,
    /** Somebody gave up by hand what could not be done or undone; the state of each step tells how far it came. */
    RESOLVED_MANUALLY,
    /**
     * Nobody knows whether a step was done, and nothing may be undone on a guess: a participant did not answer in time,
     * after the pivot or where the definition says {@code on unknown escalate}. It goes on being asked.
     */
    ESCALATED;

    /**
     * Whether nothing comes after it: the saga is over.
     *
     * @return true for {@link #COMPLETED}, {@link #COMPENSATED} and {@link #RESOLVED_MANUALLY}
     */
    public boolean isEnd() {
        return this == COMPLETED || this == COMPENSATED || this == RESOLVED_MANUALLY;
    }

    /**
     * Whether the saga as a whole waits for somebody's help; a step that needs attention while the saga is
     * {@link #RUNNING} is told by its {@link StepState} only.
     *
     * @return true for {@link #COMPENSATION_FAILED} and {@link #ESCALATED}
     */
    public boolean isStuck() {
        return this == COMPENSATION_FAILED || this == ESCALATED;
    }
}
