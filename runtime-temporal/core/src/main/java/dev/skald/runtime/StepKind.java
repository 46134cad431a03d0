package dev.skald.runtime;

/** What a step is to the whole saga. */
public enum StepKind {
    /** Has an undo, and is undone when the saga cannot be completed. */
    COMPENSATABLE,
    /** Go or no-go: asked until it answers; once it is done nothing before it is undone. */
    PIVOT,
    /** Comes after the pivot, cannot be refused, and is asked until it is done. */
    RETRIABLE,
    /** Has no effect and so nothing to undo. */
    READONLY;

    /**
     * Whether there is no way back once the step may have been done: nothing before it is undone then.
     *
     * @return true for {@link #PIVOT} and {@link #RETRIABLE}
     */
    public boolean isPointOfNoReturn() {
        return this == PIVOT || this == RETRIABLE;
    }
}
