package dev.skald.runtime.internal.client;

import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.query.v1.WorkflowQuery;
import io.temporal.api.workflowservice.v1.QueryWorkflowRequest;
import io.temporal.api.workflowservice.v1.QueryWorkflowResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks a saga's workflow, once and not for long. The client's own queries are tried again for as long as a minute where
 * no worker is there, and nobody who waits for a saga should wait for that.
 */
final class Questions {

    private final WorkflowClient client;
    private final WorkflowExecution execution;
    private final DataConverter converter;

    Questions(WorkflowClient client, WorkflowExecution execution) {
        this.client = client;
        this.execution = execution;
        this.converter = client.getOptions()
                .getDataConverter()
                .withContext(new WorkflowSerializationContext(
                        client.getOptions().getNamespace(), execution.getWorkflowId()));
    }

    /** The answer; empty if there is none: no worker, one that is only starting, or a lost connection. */
    <A> Optional<A> ask(String query, Class<A> answer, Duration atMost) {
        try {
            QueryWorkflowResponse response = client.getWorkflowServiceStubs()
                    .blockingStub()
                    .withDeadlineAfter(atMost.toMillis(), TimeUnit.MILLISECONDS)
                    .queryWorkflow(QueryWorkflowRequest.newBuilder()
                            .setNamespace(client.getOptions().getNamespace())
                            .setExecution(execution)
                            .setQuery(WorkflowQuery.newBuilder().setQueryType(query))
                            .build());
            return Optional.ofNullable(
                    converter.fromPayloads(0, Optional.of(response.getQueryResult()), answer, answer));
        } catch (StatusRuntimeException | DataConverterException unanswered) {
            return Optional.empty();
        }
    }
}
