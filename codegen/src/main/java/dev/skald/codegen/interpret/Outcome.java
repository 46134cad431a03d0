package dev.skald.codegen.interpret;

/** What comes of one round of asking: a call with all the attempts that it may take. */
public enum Outcome {
    /** The participant answered. */
    DONE,
    /** The participant said, by a declared error, that nothing happened. An operation without errors cannot. */
    REFUSED,
    /** It failed for good, and may have happened. */
    UNKNOWN
}
