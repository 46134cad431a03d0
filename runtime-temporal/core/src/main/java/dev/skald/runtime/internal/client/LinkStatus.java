package dev.skald.runtime.internal.client;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one link behind the first stands.
 *
 * @param step its step
 * @param stub its workflow, which there may not be yet
 * @param statuses asks it
 */
record LinkStatus(String step, WorkflowStub stub, StatusReader statuses) {

    /** So many events a workflow has until a worker has taken it, and a few messages it may have got. */
    private static final long NOT_BEGUN = 3;

    static LinkStatus of(WorkflowClient client, SagaType<?> type, String step, WorkflowExecution execution) {
        WorkflowStub stub = client.newUntypedWorkflowStub(
                WorkflowTargetOptions.newBuilder()
                        .setWorkflowExecution(execution)
                        .build(),
                Optional.of(type.workflowType() + "." + step));
        return new LinkStatus(step, stub, new StatusReader(stub, new Questions(client, execution), type));
    }

    /** The link's status as a part of a saga; pending where it has not begun, or is that of an earlier saga. */
    SagaStatus statusIn(SagaStatus front) {
        try {
            SagaStatus status = statuses.status();
            if (!status.stale()) {
                return status.sagaId().equals(front.sagaId()) ? status : with(front, StepState.PENDING, null, false);
            }
            return withoutWorker(front, status, stub.describe());
        } catch (WorkflowNotFoundException notStarted) {
            return with(front, StepState.PENDING, null, false);
        }
    }

    private SagaStatus withoutWorker(SagaStatus front, SagaStatus status, WorkflowExecutionDescription link) {
        if (!isOf(front, link)) {
            return with(front, StepState.PENDING, null, true);
        }
        StepStatus call = status.steps().stream().findFirst().orElse(null);
        StepState state = call == null ? state(link) : call.state();
        return state == StepState.PENDING ? with(front, state, waiting(link), true) : with(front, state, call, true);
    }

    /** A chain's first link is the root of all that it has started. */
    private static boolean isOf(SagaStatus front, WorkflowExecutionDescription link) {
        WorkflowExecution root = link.getRootExecution();
        return root == null || front.sagaId().equals(root.getWorkflowId() + "/" + root.getRunId());
    }

    private static StepState state(WorkflowExecutionDescription link) {
        if (link.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED) {
            return StepState.DONE;
        }
        boolean isOpen = link.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        return !isOpen || link.getHistoryLength() <= NOT_BEGUN ? StepState.PENDING : StepState.RUNNING;
    }

    private static StepStatus waiting(WorkflowExecutionDescription link) {
        return new StepStatus("", 0, StepState.PENDING, 0, null, null, "a worker of " + link.getTaskQueue(), null);
    }

    private SagaStatus with(SagaStatus front, StepState state, @Nullable StepStatus known, boolean stale) {
        StepStatus own = new StepStatus(
                step,
                0,
                state,
                known == null ? 0 : known.attempt(),
                known == null ? null : known.lastError(),
                known == null ? null : known.settled(),
                known == null ? null : known.waitingFor(),
                known == null ? null : known.activityId());
        return new SagaStatus(
                front.sagaId(),
                front.saga(),
                front.version(),
                SagaState.RUNNING,
                null,
                null,
                List.of(own),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                stale);
    }
}
