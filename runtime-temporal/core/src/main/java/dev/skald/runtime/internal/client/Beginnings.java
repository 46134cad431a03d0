package dev.skald.runtime.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.util.List;

/** Reads with what input a saga was started. */
final class Beginnings {

    private final WorkflowClient client;

    Beginnings(WorkflowClient client) {
        this.client = client;
    }

    /** Whether a saga was started with this input: the same JSON, whatever the order of keys. */
    boolean isSameInput(WorkflowExecution execution, Object... input) {
        DataConverter converter = client.getOptions()
                .getDataConverter()
                .withContext(new WorkflowSerializationContext(
                        client.getOptions().getNamespace(), execution.getWorkflowId()));
        List<Payload> theirs = input(execution).getPayloadsList();
        List<Payload> ours =
                converter.toPayloads(input).map(Payloads::getPayloadsList).orElse(List.of());
        if (theirs.size() != ours.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!isSame(converter, theirs.get(i), ours.get(i))) {
                return false;
            }
        }
        return true;
    }

    private Payloads input(WorkflowExecution execution) {
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(execution)
                        .setMaximumPageSize(1)
                        .build())
                .getHistory()
                .getEvents(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput();
    }

    private static boolean isSame(DataConverter converter, Payload one, Payload other) {
        try {
            return json(converter, one).equals(json(converter, other));
        } catch (DataConverterException notJson) {
            return one.equals(other);
        }
    }

    private static JsonNode json(DataConverter converter, Payload payload) {
        return converter.fromPayload(payload, JsonNode.class, JsonNode.class);
    }
}
