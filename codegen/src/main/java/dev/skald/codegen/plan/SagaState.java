package dev.skald.codegen.plan;

/** The states that are the same in every saga; a definition's moments stand beside them. */
public enum SagaState {
    /** On its way. */
    RUNNING,
    /** Something is being undone, and the caller waits for it. */
    COMPENSATING,
    /** Every undo is sent, and the caller is answered. */
    COMPENSATION_SENT,
    /** Everything is undone. */
    COMPENSATED,
    /** An undo has exhausted its retries. */
    COMPENSATION_FAILED,
    /** Somebody has ended it, and not everything is as it should be. */
    RESOLVED_MANUALLY,
    /** It must be known whether a step happened: the admin is told, and it goes on asking. */
    ESCALATED,
    /** Done. */
    COMPLETED;

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this == COMPLETED || this == COMPENSATED || this == RESOLVED_MANUALLY;
    }
}
