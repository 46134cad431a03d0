package dev.skald.runtime;

/** In which order a saga's completed steps are undone. */
public enum UndoOrder {
    /** One by one, the last completed first, each confirmed before the next is sent. */
    LAST_FIRST,
    /**
     * An undo is sent once the undos of all steps that had waited for its step are confirmed; those of steps that had
     * not waited for each other are sent together.
     */
    DEPENDENTS_FIRST,
    /** All are sent together, and no order is promised. */
    ALL_AT_ONCE
}
