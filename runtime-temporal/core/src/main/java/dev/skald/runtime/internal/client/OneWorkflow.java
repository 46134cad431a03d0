package dev.skald.runtime.internal.client;

import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.internal.wire.Updates;
import dev.skald.runtime.internal.wire.VerbRequest;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.function.Supplier;

/**
 * A saga with one workflow.
 *
 * @param stub the workflow
 * @param statuses tells where it stands
 */
record OneWorkflow(WorkflowStub stub, Supplier<SagaStatus> statuses) implements SagaWorkflows {

    @Override
    public WorkflowStub of(String step) {
        return stub;
    }

    @Override
    public List<WorkflowStub> stuck() {
        return List.of(stub);
    }

    @Override
    public SagaStatus status() {
        return statuses.get();
    }

    @Override
    public void cancel(String reason) {
        Verbs.send(stub, Updates.CANCEL, new VerbRequest(null, null, null, reason, null));
    }
}
