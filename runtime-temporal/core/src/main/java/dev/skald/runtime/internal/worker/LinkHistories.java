package dev.skald.runtime.internal.worker;

import dev.skald.runtime.internal.wire.LinkBeginnings;
import dev.skald.runtime.internal.wire.LinkMessages;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.activity.Activity;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.TerminateWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import java.util.List;

/**
 * Reads from the histories of links whether they have begun. A link that was told to stop before a worker took it will
 * ask nobody, so that it is ended at once and its id is free.
 */
final class LinkHistories implements LinkBeginnings {

    private static final int FIRST_EVENTS = 100;

    @Override
    public Beginning beginningOf(Link link) {
        WorkflowClient client = Activity.getExecutionContext().getWorkflowClient();
        WorkflowExecution execution = WorkflowExecution.newBuilder()
                .setWorkflowId(link.workflowId())
                .setRunId(link.runId())
                .build();
        Beginning beginning = first(events(client, execution));
        if (beginning == Beginning.NOT_YET && link.isStopped()) {
            throw new IllegalStateException(link.workflowId() + " is being taken by a worker, or not");
        }
        if (beginning == Beginning.STOPPED_BEFORE) {
            end(client, execution);
        }
        return beginning;
    }

    private static Beginning first(List<HistoryEvent> events) {
        for (HistoryEvent event : events) {
            if (event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
                return Beginning.BEGUN;
            }
            String signal = event.getWorkflowExecutionSignaledEventAttributes().getSignalName();
            if (signal.equals(LinkMessages.STOP) || signal.equals(LinkMessages.VERDICT)) {
                return Beginning.STOPPED_BEFORE;
            }
        }
        return Beginning.NOT_YET;
    }

    private static List<HistoryEvent> events(WorkflowClient client, WorkflowExecution execution) {
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(execution)
                        .setMaximumPageSize(FIRST_EVENTS)
                        .build())
                .getHistory()
                .getEventsList();
    }

    private static void end(WorkflowClient client, WorkflowExecution execution) {
        try {
            client.getWorkflowServiceStubs()
                    .blockingStub()
                    .terminateWorkflowExecution(TerminateWorkflowExecutionRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setWorkflowExecution(execution)
                            .setReason("it was told to stop before it had begun")
                            .build());
        } catch (StatusRuntimeException failed) {
            if (failed.getStatus().getCode() != Status.Code.NOT_FOUND) {
                throw failed;
            }
        }
    }
}
