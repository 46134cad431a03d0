package dev.skald.codegen.interpret;

/** What an operator can do about something that is stuck. */
public enum Verb {
    /** Nothing: time passes, and what is asked again by itself is asked again. */
    WAIT,
    /** Has it asked again at once. */
    RETRY,
    /** Says that it happened. */
    CONFIRM_DONE,
    /** Says that it did not happen; only of a step from which there is a way back. */
    CONFIRM_NOT_DONE,
    /** Leaves it out; only an undo. */
    SKIP,
    /** Ends the saga as it stands. */
    ABANDON
}
