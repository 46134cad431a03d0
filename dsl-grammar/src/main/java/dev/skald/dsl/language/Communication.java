package dev.skald.dsl.language;

/** How services communicate. */
public enum Communication {
    /** The answer is waited for before anything else happens. */
    SYNC,
    /** Requests go out without waiting. */
    ASYNC
}
