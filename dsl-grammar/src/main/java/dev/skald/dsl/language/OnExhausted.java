package dev.skald.dsl.language;

/** What the other undos do when one has exhausted its retries. */
public enum OnExhausted {
    /** They go on; the default. */
    CONTINUE,
    /** They wait for the operator. */
    PAUSE
}
