package dev.skald.dsl.language;

/** What a step is to the whole saga. */
public enum StepKind {
    /** Has an undo; the default. */
    COMPENSATABLE,
    /** Go or no-go. */
    PIVOT,
    /** After the pivot, retried until done. */
    RETRIABLE,
    /** Without effect. */
    READONLY;

    /** Whether there is no way back once it is done: nothing that came before it is undone any more. */
    public boolean isPointOfNoReturn() {
        return this == PIVOT || this == RETRIABLE;
    }
}
