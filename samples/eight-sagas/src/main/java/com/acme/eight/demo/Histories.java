package com.acme.eight.demo;

import com.acme.servers.Pause;
import dev.skald.runtime.SagaStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the events in the histories of a saga: in that of its mediator, or in those of all its links.
 *
 * @param client what they are found with
 */
record Histories(WorkflowClient client) {

    long events(String workflowId, SagaStatus status) {
        return workflows(workflowId, status)
                .mapToLong(WorkflowExecutionMetadata::getHistoryLength)
                .sum();
    }

    /** The last events of a saga come after its outcome is known. */
    void awaitClosed(String workflowId, SagaStatus status) {
        for (int i = 0; i < 100 && workflows(workflowId, status).anyMatch(Histories::isOpen); i++) {
            Pause.of(Duration.ofMillis(50));
        }
    }

    private Stream<WorkflowExecutionMetadata> workflows(String workflowId, SagaStatus status) {
        Stream<String> links = status.steps().stream().map(step -> workflowId + "/" + step.name());
        return Stream.concat(Stream.of(workflowId), links).map(this::workflow).flatMap(Optional::stream);
    }

    private Optional<WorkflowExecutionMetadata> workflow(String workflowId) {
        try {
            return Optional.of(client.newUntypedWorkflowStub(workflowId).describe());
        } catch (WorkflowNotFoundException noSuchLink) {
            return Optional.empty();
        }
    }

    private static boolean isOpen(WorkflowExecutionMetadata workflow) {
        return workflow.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
}
