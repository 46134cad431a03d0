package dev.skald.runtime.internal.workflow;

import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Brings a message to the saga that has started this one; where that is gone, it is of no interest to anybody. */
public final class Messenger {

    private static final Logger LOG = Workflow.getLogger(Messenger.class);

    private final String workflowId;
    private final String message;
    private final @Nullable Object[] content;

    /**
     * A messenger on its way.
     *
     * @param workflowId to whom
     * @param message the signal
     * @param content what is in it
     */
    Messenger(String workflowId, String message, @Nullable Object... content) {
        this.workflowId = workflowId;
        this.message = message;
        this.content = content;
    }

    /** Returns when it is delivered, or cannot be. Public because Temporal's lambdas can be serialized. */
    public void deliver() {
        try {
            Workflow.newUntypedExternalWorkflowStub(workflowId).signal(message, content);
        } catch (TemporalFailure | SignalExternalWorkflowException gone) {
            LOG.info("{} could not be told {}: {}", workflowId, message, gone.getMessage());
        }
    }
}
