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
    READONLY
}
