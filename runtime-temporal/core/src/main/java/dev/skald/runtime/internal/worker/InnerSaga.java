package dev.skald.runtime.internal.worker;

import dev.skald.runtime.SagaCall;
import dev.skald.runtime.UndoRecord;
import dev.skald.runtime.internal.wire.SubSagaAnswer;
import io.temporal.workflow.WorkflowLocal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** That the workflow was started by a saga, which its worker has seen in the header of its start. */
public final class InnerSaga {

    private static final WorkflowLocal<@Nullable InnerSaga> CURRENT = new WorkflowLocal<>();

    private final SagaCall outer;
    private @Nullable UndoRecord undo;

    private InnerSaga(SagaCall outer) {
        this.outer = outer;
    }

    /** The workflow that runs was started for this step of another saga. */
    static InnerSaga startedFor(SagaCall outer) {
        InnerSaga inner = new InnerSaga(outer);
        CURRENT.set(inner);
        return inner;
    }

    /**
     * The workflow that asks, if it was started by a saga.
     *
     * @return empty where a client has started it
     */
    public static Optional<InnerSaga> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * The step of the outer saga for which the workflow was started.
     *
     * @return the step's call
     */
    public SagaCall outer() {
        return outer;
    }

    /**
     * Hands back, with the result, what it takes to undo this saga.
     *
     * @param record what it takes
     */
    public void handBack(UndoRecord record) {
        undo = record;
    }

    SubSagaAnswer<Object> answer(@Nullable Object result) {
        return new SubSagaAnswer<>(result, undo);
    }
}
