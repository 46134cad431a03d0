package dev.skald.codegen.plan;

/** The states that are the same in every saga; a definition's moments stand beside them. */
enum SagaState {
    /** On its way. */
    RUNNING,
    /** Something is being undone. */
    COMPENSATING,
    /** Everything is undone. */
    COMPENSATED,
    /** An undo has exhausted its retries. */
    COMPENSATION_FAILED,
    /** Somebody has ended it, and not everything is as it should be. */
    RESOLVED_MANUALLY,
    /** The point of no return is passed and the time is up. */
    ESCALATED,
    /** Done. */
    COMPLETED
}
