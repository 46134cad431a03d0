package dev.skald.runtime.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skald.runtime.SagaOperator;
import dev.skald.runtime.SagaRequestRejected;
import dev.skald.runtime.internal.wire.PlainJson;
import dev.skald.runtime.internal.wire.Verb;
import dev.skald.runtime.internal.wire.VerbRequest;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends an operator's verbs to one saga.
 *
 * @param workflows where the saga's steps are
 * @param by who asks
 * @param reason why
 */
record Verbs(SagaWorkflows workflows, String by, String reason) implements SagaOperator {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void retry(String step) {
        send(Verb.RETRY, step, null);
    }

    @Override
    public void retryAll() {
        sendToAll(Verb.RETRY);
    }

    @Override
    public void confirmDone(String step) {
        send(Verb.CONFIRM_DONE, step, null);
    }

    @Override
    public void confirmDone(String step, @Nullable Object result) {
        send(Verb.CONFIRM_DONE, step, json(result));
    }

    @Override
    public void confirmNotDone(String step) {
        send(Verb.CONFIRM_NOT_DONE, step, null);
    }

    @Override
    public void skip(String step) {
        send(Verb.SKIP, step, null);
    }

    @Override
    public void abandon() {
        sendToAll(Verb.ABANDON);
    }

    private void send(Verb verb, String step, @Nullable JsonNode result) {
        send(workflows.of(step), verb.word(), new VerbRequest(step, null, by, reason, result));
    }

    private void sendToAll(Verb verb) {
        VerbRequest request = new VerbRequest(null, null, by, reason, null);
        workflows.stuck().forEach(stub -> send(stub, verb.word(), request));
    }

    /** Sends an update, and returns when it is accepted. */
    static void send(WorkflowStub stub, String update, VerbRequest request) {
        UpdateOptions<Void> options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(update)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        try {
            TimeBox.within(PATIENCE, () -> stub.startUpdate(options, request).getResult());
        } catch (WorkflowUpdateException rejected) {
            if (rejected.getCause() instanceof ApplicationFailure why) {
                throw new SagaRequestRejected(why.getOriginalMessage(), rejected);
            }
            throw rejected;
        } catch (WorkflowNotFoundException closedOrNone) {
            throw over(stub, closedOrNone);
        }
    }

    /** What is told of a saga that is over; throws as well if there is no such saga. */
    static SagaRequestRejected over(WorkflowStub stub, WorkflowNotFoundException closed) {
        String state = stub.describe().getStatus().name().replace("WORKFLOW_EXECUTION_STATUS_", "");
        return new SagaRequestRejected(
                "%s is over: its workflow is %s".formatted(closed.getExecution().getWorkflowId(), state), closed);
    }

    private static @Nullable JsonNode json(@Nullable Object result) {
        if (result == null) {
            return null;
        }
        Payload payload = PlainJson.CONVERTER.toPayload(result).orElseThrow();
        return PlainJson.CONVERTER.fromPayload(payload, JsonNode.class, JsonNode.class);
    }
}
