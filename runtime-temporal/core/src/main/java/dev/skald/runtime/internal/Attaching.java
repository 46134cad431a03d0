package dev.skald.runtime.internal;

import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE;

import dev.skald.runtime.SagaIdInUse;
import dev.skald.runtime.SagaState;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowOptions;
import java.util.Optional;

/** Starts a saga, or finds the one that has its id already and is the same. */
public final class Attaching {

    private final WorkflowClient client;
    private final SagaType<?> type;
    private final Beginnings beginnings;

    /**
     * For sagas of one definition.
     *
     * @param client the application's client
     * @param type the definition
     */
    public Attaching(WorkflowClient client, SagaType<?> type) {
        this.client = client;
        this.type = type;
        this.beginnings = new Beginnings(client);
    }

    /**
     * Starts a saga or attaches to it.
     *
     * @param id what identifies the saga
     * @param input the saga's input
     * @return the execution that now is this saga
     * @throws SagaIdInUse if the id belongs to something else
     */
    public WorkflowExecution start(String id, Object... input) {
        while (true) {
            Optional<WorkflowExecution> first = tryStart(id, WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE, input);
            if (first.isPresent()) {
                return first.get();
            }
            WorkflowExecutionDescription holder =
                    client.newUntypedWorkflowStub(type.workflowId(id)).describe();
            if (!isHistory(holder)) {
                return attach(holder, input);
            }
            Optional<WorkflowExecution> next =
                    tryStart(id, WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY, input);
            if (next.isPresent()) {
                return next.get();
            }
            // Somebody else has started the new saga in between: look again.
        }
    }

    private Optional<WorkflowExecution> tryStart(String id, WorkflowIdReusePolicy policy, Object... input) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(type.workflowId(id))
                .setTaskQueue(type.taskQueue())
                .setWorkflowIdReusePolicy(policy)
                .setStaticSummary(Texts.cut(type.simpleName() + " " + id, Texts.SUMMARY_BYTES))
                .build();
        try {
            return Optional.of(
                    client.newUntypedWorkflowStub(type.workflowType(), options).start(input));
        } catch (WorkflowExecutionAlreadyStarted held) {
            return Optional.empty();
        }
    }

    /**
     * Whether the holder of the id is over and undone, so that the id may be had again. One that Temporal closed as
     * cancelled may have been completed all the same, which it kept where the server can tell it.
     */
    private static boolean isHistory(WorkflowExecutionDescription holder) {
        WorkflowExecutionStatus status = holder.getStatus();
        if (status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED) {
            return Memos.ending(holder)
                    .filter(ending -> ending.state() == SagaState.COMPLETED)
                    .isEmpty();
        }
        return status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED
                || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED
                || status == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT;
    }

    private WorkflowExecution attach(WorkflowExecutionDescription holder, Object... input) {
        String id = holder.getExecution().getWorkflowId();
        if (!holder.getWorkflowType().equals(type.workflowType())) {
            throw new SagaIdInUse(
                    id,
                    "%s cannot be started as %s: the id belongs to a workflow of type %s, run %s"
                            .formatted(
                                    id,
                                    type.workflowType(),
                                    holder.getWorkflowType(),
                                    holder.getExecution().getRunId()));
        }
        if (!beginnings.isSameInput(holder.getExecution(), input)) {
            throw new SagaIdInUse(
                    id,
                    "%s cannot be started: run %s of %s has the id, with other input"
                            .formatted(id, holder.getExecution().getRunId(), type.workflowType()));
        }
        return holder.getExecution();
    }
}
