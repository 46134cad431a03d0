package dev.skald.codegen.interpret;

/** Where one step stands, in the words of the runtime. */
public enum StepState {
    /** Not begun. */
    PENDING,
    /** Asked for. */
    RUNNING,
    /** Done. */
    DONE,
    /** Did not happen. */
    REFUSED,
    /** May have happened. */
    UNKNOWN,
    /** It, or its undo, has failed and is asked for again. */
    NEEDS_ATTENTION,
    /** Its undo was left out; or it was not needed for the saga to be completed. */
    SKIPPED,
    /** Its undo is asked for. */
    COMPENSATING,
    /** Its undo happened. */
    COMPENSATED,
    /** Its undo has failed. */
    COMPENSATION_FAILED
}
