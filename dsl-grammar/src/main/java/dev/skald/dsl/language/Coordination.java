package dev.skald.dsl.language;

/** Who coordinates. */
public enum Coordination {
    /** A mediator. */
    ORCHESTRATED,
    /** Nobody: a chain of participants. */
    CHOREOGRAPHED
}
