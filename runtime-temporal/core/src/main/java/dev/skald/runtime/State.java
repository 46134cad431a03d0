package dev.skald.runtime;

import java.util.Set;

/**
 * A state of one definition's own state machine: the saga states it can be in, and the moments that it names. Generated
 * as an enum for each saga and version.
 *
 * <p>The runtime moves through these states by name: to a step's moment when that step begins ({@code RUNNING} where it
 * has none), and to a {@link SagaState} when the saga as a whole changes. Of several steps that run at the same time
 * the one that began last among those that have a moment counts; when it has its answer, the next of them does. A move
 * that is not among the {@link #successors()} is logged and made all the same, because an exception there would block
 * the saga for ever.
 */
public interface State {

    /**
     * The state's name.
     *
     * @return the name of a {@link SagaState}, or of a moment that the definition gives to an uncertain step
     */
    String name();

    /**
     * What people call the state, in any script.
     *
     * @return the label that the definition gives to it; its name where that gives none
     */
    default String label() {
        return name();
    }

    /**
     * What may come next.
     *
     * @return the states that may follow this one; empty for an end
     */
    Set<? extends State> successors();
}
