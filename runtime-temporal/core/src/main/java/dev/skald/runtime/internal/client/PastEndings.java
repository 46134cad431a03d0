package dev.skald.runtime.internal.client;

import dev.skald.runtime.internal.wire.Ending;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.util.Optional;

/** Reads how sagas ended whose workflows are closed. */
final class PastEndings {

    private final WorkflowClient client;
    private final SagaType<?> type;

    PastEndings(WorkflowClient client, SagaType<?> type) {
        this.client = client;
        this.type = type;
    }

    /** The ending that the workflow told when it failed, or kept when it was cancelled. */
    Optional<Ending> of(WorkflowExecutionDescription workflow) {
        Optional<Ending> kept = Memos.ending(workflow);
        return kept.isPresent() ? kept : told(workflow);
    }

    private Optional<Ending> told(WorkflowExecutionDescription workflow) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder()
                        .setWorkflowExecution(workflow.getExecution())
                        .build(),
                Optional.of(workflow.getWorkflowType()));
        try {
            stub.getResult(Void.class);
            return Optional.empty();
        } catch (WorkflowFailedException failed) {
            return new Causes(
                            workflow.getExecution().getWorkflowId(),
                            type,
                            client.getOptions().getDataConverter())
                    .ending(failed);
        }
    }
}
