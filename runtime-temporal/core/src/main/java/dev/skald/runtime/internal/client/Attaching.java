package dev.skald.runtime.internal.client;

import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY;
import static io.temporal.api.enums.v1.WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE;

import dev.skald.runtime.SagaIdInUse;
import dev.skald.runtime.SagaState;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import java.time.Duration;
import java.util.Optional;

/** Starts a saga, or finds the one that has its id already and is the same. */
public final class Attaching {

    private final WorkflowClient client;
    private final SagaType<?> type;
    private final Starts starts;
    private final Beginnings beginnings;
    private final PastEndings pastEndings;

    /**
     * For sagas of one definition.
     *
     * @param client the application's client
     * @param type the definition
     * @param sagaState whether sagas are started with the search attribute {@code SagaState}
     */
    public Attaching(WorkflowClient client, SagaType<?> type, boolean sagaState) {
        this.client = client;
        this.type = type;
        this.starts = new Starts(client, type, sagaState);
        this.beginnings = new Beginnings(client);
        this.pastEndings = new PastEndings(client, type);
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
        return start(id, policy -> starts.start(id, policy, input), input);
    }

    /**
     * Starts a saga or attaches to it, for a caller who waits for its answer: the question for it goes out with the
     * start, so that it costs no turn of its own.
     *
     * @param id what identifies the saga
     * @param waitAtMost how long to wait for a worker that takes the question
     * @param input the saga's input
     * @return the execution that now is this saga
     * @throws SagaIdInUse if the id belongs to something else
     */
    public WorkflowExecution startAsking(String id, Duration waitAtMost, Object... input) {
        return start(id, policy -> starts.startAsking(id, policy, waitAtMost, input), input);
    }

    private WorkflowExecution start(String id, Start start, Object... input) {
        while (true) {
            Optional<WorkflowExecution> first = start.with(WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE);
            if (first.isPresent()) {
                return first.get();
            }
            WorkflowExecutionDescription holder =
                    client.newUntypedWorkflowStub(type.workflowId(id)).describe();
            if (!isHistory(holder)) {
                return attach(holder, input);
            }
            Optional<WorkflowExecution> next = start.with(WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE_FAILED_ONLY);
            if (next.isPresent()) {
                return next.get();
            }
            // Somebody else has started the new saga in between: look again.
        }
    }

    /**
     * Whether the holder of the id is over and undone, so that the id may be had again. One that somebody settled by
     * hand may have left effects behind, and one that Temporal closed as cancelled may have been completed all the
     * same.
     */
    private boolean isHistory(WorkflowExecutionDescription holder) {
        return switch (holder.getStatus()) {
            case WORKFLOW_EXECUTION_STATUS_FAILED, WORKFLOW_EXECUTION_STATUS_CANCELED ->
                pastEndings
                        .of(holder)
                        .filter(ending ->
                                ending.state() == SagaState.COMPLETED || ending.state() == SagaState.RESOLVED_MANUALLY)
                        .isEmpty();
            case WORKFLOW_EXECUTION_STATUS_TERMINATED, WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> true;
            default -> false;
        };
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

    /** Tries to start a saga under a policy; nothing if its id is taken. */
    private interface Start {
        Optional<WorkflowExecution> with(WorkflowIdReusePolicy policy);
    }
}
