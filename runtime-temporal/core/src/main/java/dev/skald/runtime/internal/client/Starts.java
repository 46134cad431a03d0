package dev.skald.runtime.internal.client;

import dev.skald.runtime.internal.wire.SagaStateAttribute;
import dev.skald.runtime.internal.wire.Texts;
import dev.skald.runtime.internal.wire.Updates;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.client.WorkflowUpdateTimeoutOrCancelledException;
import java.time.Duration;
import java.util.Optional;

/** Starts sagas of one definition. */
final class Starts {

    private final WorkflowClient client;
    private final SagaType<?> type;
    private final boolean sagaState;

    Starts(WorkflowClient client, SagaType<?> type, boolean sagaState) {
        this.client = client;
        this.type = type;
        this.sagaState = sagaState;
    }

    /** Starts a saga; nothing if its id is taken. */
    Optional<WorkflowExecution> start(String id, WorkflowIdReusePolicy policy, Object... input) {
        try {
            return Optional.of(stub(options(id, policy)).start(input));
        } catch (WorkflowExecutionAlreadyStarted held) {
            return Optional.empty();
        }
    }

    /** Starts a saga together with the question for its answer; nothing if its id is taken. */
    Optional<WorkflowExecution> startAsking(
            String id, WorkflowIdReusePolicy policy, Duration waitAtMost, Object... input) {
        WorkflowStub stub = stub(WorkflowOptions.newBuilder(options(id, policy))
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .build());
        UpdateOptions<Void> question = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(Updates.ANSWER)
                .setUpdateId(Updates.ANSWER)
                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                .build();
        try {
            return TimeBox.within(
                    waitAtMost,
                    () -> Optional.of(stub.startUpdateWithStart(question, new Object[0], input)
                            .getExecution()));
        } catch (WorkflowExecutionAlreadyStarted held) {
            return Optional.empty();
        } catch (WorkflowServiceException failed) {
            if (isHeld(failed)) {
                return Optional.empty();
            }
            if (isUnanswered(failed)) {
                // No worker has taken the question. The start may have arrived or not; this one finds out.
                return start(id, policy, input);
            }
            throw failed;
        }
    }

    private static boolean isHeld(WorkflowServiceException failed) {
        return failed.getCause() instanceof StatusRuntimeException status
                && status.getStatus().getCode() == Status.Code.ALREADY_EXISTS;
    }

    private static boolean isUnanswered(WorkflowServiceException failed) {
        return failed instanceof WorkflowUpdateTimeoutOrCancelledException
                || failed.getCause() instanceof WorkflowUpdateTimeoutOrCancelledException;
    }

    private WorkflowStub stub(WorkflowOptions options) {
        return client.newUntypedWorkflowStub(type.workflowType(), options);
    }

    private WorkflowOptions options(String id, WorkflowIdReusePolicy policy) {
        WorkflowOptions.Builder options = WorkflowOptions.newBuilder()
                .setWorkflowId(type.workflowId(id))
                .setTaskQueue(type.taskQueue())
                .setWorkflowIdReusePolicy(policy)
                .setStaticSummary(Texts.cut(type.simpleName() + " " + id, Texts.SUMMARY_BYTES));
        if (sagaState) {
            options.setTypedSearchAttributes(io.temporal.common.SearchAttributes.newBuilder()
                    .set(SagaStateAttribute.KEY, SagaStateAttribute.OK)
                    .build());
        }
        return options.build();
    }
}
