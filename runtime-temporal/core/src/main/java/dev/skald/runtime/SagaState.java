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
     * At least one undo did not succeed within its retries. The saga stays open, so that nothing is lost and its id
     * cannot be started again on top of it. There is no way yet to settle it from outside: who has undone the step by
     * hand can only terminate the workflow, with the reason.
     */
    COMPENSATION_FAILED,
    /** Somebody settled by hand what could not be undone. Nothing leads here yet. */
    RESOLVED_MANUALLY,
    /** A participant did not answer in time, and nothing may be undone any more; it goes on being asked. */
    ESCALATED
}
