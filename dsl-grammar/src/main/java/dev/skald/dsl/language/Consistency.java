package dev.skald.dsl.language;

/** How consistent the whole must be. */
public enum Consistency {
    /** All or nothing, confirmed before the caller is answered. */
    ATOMIC,
    /** The caller is answered at once; in time everything agrees. */
    EVENTUAL
}
