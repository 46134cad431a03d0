package dev.skald.runtime;

/** Where one step of a saga stands. */
public enum StepState {
    /** Not begun. */
    PENDING,
    /** Its participant has been asked and has not answered yet. */
    RUNNING,
    /** Its participant did it. */
    DONE,
    /** Its participant said, by a declared error, that nothing happened. */
    REFUSED,
    /**
     * Whether it happened is not known: the participant failed, or could not be reached, until retries or time ran out.
     */
    UNKNOWN,
    /** It must be done and its participant fails for good; it is asked again at growing intervals. */
    NEEDS_ATTENTION,
    /** The saga took another way, or an operator left this step out. */
    SKIPPED,
    /** Its undo has been sent and is not confirmed yet. */
    COMPENSATING,
    /** Its participant confirmed the undo. */
    COMPENSATED,
    /** Its undo did not succeed within its retries. */
    COMPENSATION_FAILED
}
