package dev.skald.runtime.internal.client;

import dev.skald.runtime.internal.wire.Ending;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a cancelled saga has kept of its end. */
final class Memos {

    private Memos() {}

    static Optional<Ending> ending(WorkflowExecutionDescription workflow) {
        return Optional.ofNullable(workflow.getMemo(Ending.MEMO, Ending.class, Ending.class));
    }

    static <R extends @Nullable Object> R result(WorkflowExecutionDescription workflow, SagaType<R> type) {
        return workflow.getMemo(Ending.RESULT_MEMO, type.resultClass(), type.resultType());
    }
}
