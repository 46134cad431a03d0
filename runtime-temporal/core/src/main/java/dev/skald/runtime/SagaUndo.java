package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.UndoFlow;

/**
 * The undoing of a saga that was completed, because the saga that has run it cannot be. It is a workflow of its own,
 * generated beside the saga's:
 *
 * <pre>{@code
 * private final SagaUndo undo = SagaUndo.of(SettleShape.SAGA);
 *
 * public void run(UndoRecord record) {
 *     undo.run(record);
 * }
 * }</pre>
 */
public final class SagaUndo {

    private final UndoFlow flow;

    private SagaUndo(UndoFlow flow) {
        this.flow = flow;
    }

    /**
     * Begins to undo; must be called in workflow code.
     *
     * @param shape what never changes about the saga that is undone
     * @return the undoing
     */
    public static SagaUndo of(SagaShape shape) {
        return new SagaUndo(new UndoFlow(shape));
    }

    /**
     * Undoes the saga, in its own order and with its own retries. It returns when every undo was confirmed; one that is
     * stuck asks for help, as in a saga that undoes itself.
     *
     * @param record what the saga has handed back
     * @throws io.temporal.failure.TemporalFailure if an operator has left something out or given up: the workflow fails
     *     with it
     */
    public void run(UndoRecord record) {
        flow.run(record);
    }
}
