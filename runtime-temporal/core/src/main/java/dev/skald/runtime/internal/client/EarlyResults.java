package dev.skald.runtime.internal.client;

import dev.skald.runtime.internal.wire.Updates;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage;
import io.temporal.api.update.v1.Input;
import io.temporal.api.update.v1.Meta;
import io.temporal.api.update.v1.Outcome;
import io.temporal.api.update.v1.Request;
import io.temporal.api.update.v1.WaitPolicy;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.UpdateWorkflowExecutionResponse;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.ApplicationFailure;
import io.temporal.payload.context.WorkflowSerializationContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes that a saga tells before it is over: by an update, which is the same one for all who ask, so that asking
 * again costs no events. Where the workflow is closed, what it closed with tells the outcome.
 *
 * @param <R> the saga's result
 */
final class EarlyResults<R extends @Nullable Object> implements Results<R> {

    private final WorkflowClient client;
    private final WorkflowExecution execution;
    private final SagaType<R> type;
    private final Causes causes;
    private final ClosingResults<R> closing;
    private final DataConverter converter;

    EarlyResults(
            WorkflowClient client,
            WorkflowExecution execution,
            SagaType<R> type,
            Causes causes,
            ClosingResults<R> closing) {
        this.client = client;
        this.execution = execution;
        this.type = type;
        this.causes = causes;
        this.closing = closing;
        this.converter = client.getOptions()
                .getDataConverter()
                .withContext(new WorkflowSerializationContext(
                        client.getOptions().getNamespace(), execution.getWorkflowId()));
    }

    @Override
    public R within(Duration atMost) throws TimeoutException {
        UpdateWorkflowExecutionResponse response;
        try {
            response = ask(atMost);
        } catch (StatusRuntimeException failed) {
            return switch (failed.getStatus().getCode()) {
                // Closed, or there is none; the result says which.
                case NOT_FOUND, FAILED_PRECONDITION -> closing.within(atMost);
                case DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED, UNAVAILABLE, ABORTED ->
                    throw new TimeoutException(failed.getMessage());
                default -> throw failed;
            };
        }
        if (!response.hasOutcome()) {
            throw new TimeoutException("no answer yet");
        }
        return result(response.getOutcome(), atMost);
    }

    private UpdateWorkflowExecutionResponse ask(Duration atMost) {
        return client.getWorkflowServiceStubs()
                .blockingStub()
                .withDeadlineAfter(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)
                .updateWorkflowExecution(UpdateWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setWorkflowExecution(execution)
                        .setWaitPolicy(WaitPolicy.newBuilder()
                                .setLifecycleStage(
                                        UpdateWorkflowExecutionLifecycleStage
                                                .UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED))
                        .setRequest(Request.newBuilder()
                                .setMeta(Meta.newBuilder()
                                        .setUpdateId(Updates.ANSWER)
                                        .setIdentity(client.getOptions().getIdentity()))
                                .setInput(Input.newBuilder().setName(Updates.ANSWER)))
                        .build());
    }

    // A saga without a result answers with nothing.
    @SuppressWarnings("NullAway")
    private R result(Outcome outcome, Duration atMost) throws TimeoutException {
        if (outcome.hasSuccess()) {
            Optional<Payloads> success = Optional.of(outcome.getSuccess());
            return type.resultClass() == Void.class
                    ? null
                    : converter.fromPayloads(0, success, type.resultClass(), type.resultType());
        }
        RuntimeException failure = converter.failureToException(outcome.getFailure());
        if (failure instanceof ApplicationFailure told && causes.isEnding(told)) {
            throw causes.failure(told);
        }
        // The workflow closed before it could answer: terminated, say.
        return closing.within(atMost);
    }
}
