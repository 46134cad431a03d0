package dev.skald.runtime.internal.client;

import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaOperator;
import dev.skald.runtime.SagaStatus;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A saga by its workflow.
 *
 * @param <R> the saga's result
 */
public final class WorkflowHandle<R extends @Nullable Object> implements SagaHandle<R> {

    private final String id;
    private final WorkflowExecution execution;
    private final Waiting<R> waiting;
    private final SagaType<R> type;
    private final SagaWorkflows workflows;
    private final WorkflowStub stub;

    /**
     * A saga that was started.
     *
     * @param client the application's client
     * @param type the saga's definition
     * @param id what identifies the saga
     * @param execution the saga's workflow; without a run it is the latest with that id
     */
    public WorkflowHandle(WorkflowClient client, SagaType<R> type, String id, WorkflowExecution execution) {
        this.stub = client.newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder()
                        .setWorkflowExecution(execution)
                        .build(),
                Optional.of(type.workflowType()));
        Questions questions = new Questions(client, execution);
        this.id = id;
        this.execution = execution;
        this.type = type;
        StatusReader statuses = new StatusReader(stub, questions, type);
        this.workflows = type.links().isEmpty()
                ? new OneWorkflow(stub, statuses::status)
                : new LinksOfChain(client, type, execution.getWorkflowId(), new OneWorkflow(stub, statuses::status));
        Causes causes =
                new Causes(execution.getWorkflowId(), type, client.getOptions().getDataConverter());
        ClosingResults<R> closing = new ClosingResults<>(stub, type);
        Results<R> results =
                type.answersEarly() ? new EarlyResults<>(client, execution, type, causes, closing) : closing;
        this.waiting =
                new Waiting<>(stub, results, questions, type, causes, new Rest(client.getWorkflowServiceStubs()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String workflowId() {
        return execution.getWorkflowId();
    }

    @Override
    public R result() {
        requireAnswer();
        return waiting.forResult();
    }

    @Override
    public Outcome<R> result(Duration waitAtMost) {
        requireAnswer();
        Optional<Outcome.Done<R>> done = waiting.forResult(waitAtMost);
        return done.isPresent() ? done.get() : new Outcome.Pending<>(this);
    }

    private void requireAnswer() {
        if (type.answersNobody()) {
            throw new UnsupportedOperationException(
                    "nobody waits for the outcome of %s: each link of %s is over by itself;"
                                    .formatted(execution.getWorkflowId(), type.name())
                            + " status() tells how far it has come");
        }
    }

    @Override
    public SagaStatus status() {
        return workflows.status();
    }

    @Override
    public void send(String event, Object value) {
        try {
            stub.signal(event, value);
        } catch (WorkflowNotFoundException closedOrNone) {
            throw Verbs.over(stub, closedOrNone);
        }
    }

    @Override
    public void cancel(String reason) {
        workflows.cancel(reason);
    }

    @Override
    public SagaOperator operator(String by, String reason) {
        return new Verbs(workflows, by, reason);
    }

    @Override
    public String toString() {
        return execution.getWorkflowId();
    }
}
