package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.UndoRecord;
import dev.skald.runtime.internal.wire.InnerNews;
import dev.skald.runtime.internal.wire.Messages;
import dev.skald.runtime.internal.worker.InnerSaga;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The saga that has started this one, if one has; a saga that a client has started pays nothing for it. */
final class Outer {

    private Outer() {}

    /** Whether there is one. */
    static boolean isThere() {
        return workflowId().isPresent();
    }

    /**
     * How participants know this saga: the same again if the outer saga starts it once more for the same step.
     *
     * @param own how they know it where there is no outer saga
     */
    static String sagaId(String own) {
        return InnerSaga.current().map(inner -> inner.outer().stepKey()).orElse(own);
    }

    /** Something of this saga waits for an operator, or nothing does any longer. */
    static void tell(boolean needsHelp, SagaState state) {
        InnerNews news = new InnerNews(Workflow.getInfo().getWorkflowId(), needsHelp, state);
        workflowId().ifPresent(id -> Async.procedure(new Messenger(id, Messages.NEWS, news)::deliver));
    }

    /** Hands back what it takes to undo this saga: with its result, or by itself where it has none. */
    static void handBack(UndoRecord record, @Nullable Object result) {
        if (result == null && (!record.undos().isEmpty() || record.onStateChange() != null)) {
            workflowId().ifPresent(id -> new Messenger(id, Messages.HAND_BACK, record).deliver());
        }
        InnerSaga.current().ifPresent(inner -> inner.handBack(record));
    }

    private static Optional<String> workflowId() {
        return InnerSaga.current().flatMap(inner -> Workflow.getInfo().getParentWorkflowId());
    }
}
