package dev.skald.runtime.internal.client;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Answers;
import dev.skald.runtime.internal.wire.Ending;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks where a saga stands: its workflow for its states, the server for the calls on their way. */
final class StatusReader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WorkflowStub stub;
    private final Questions questions;
    private final SagaType<?> type;

    StatusReader(WorkflowStub stub, Questions questions, SagaType<?> type) {
        this.stub = stub;
        this.questions = questions;
        this.type = type;
    }

    SagaStatus status() {
        WorkflowExecutionDescription workflow = stub.describe();
        List<PendingActivityInfo> pending = workflow.getRawDescription().getPendingActivitiesList();
        return questions
                .ask(Answers.STATUS, SagaStatus.class, PATIENCE)
                .map(status -> join(status, pending))
                .orElseGet(() -> withoutWorker(workflow, pending));
    }

    private static SagaStatus join(SagaStatus status, List<PendingActivityInfo> pending) {
        List<StepStatus> steps =
                status.steps().stream().map(step -> join(step, pending)).toList();
        return new SagaStatus(
                status.sagaId(),
                status.saga(),
                status.version(),
                status.state(),
                status.moment(),
                status.reason(),
                steps,
                status.undone(),
                status.stillToUndo(),
                status.waitingFor(),
                status.notified(),
                status.pastPivot(),
                status.stale());
    }

    private static StepStatus join(StepStatus step, List<PendingActivityInfo> pending) {
        return pending.stream()
                .filter(call -> call.getActivityId().equals(step.activityId()))
                .findFirst()
                .map(call -> join(step, call))
                .orElse(step);
    }

    private static StepStatus join(StepStatus step, PendingActivityInfo call) {
        return new StepStatus(
                step.name(),
                step.iteration(),
                step.state(),
                call.getAttempt(),
                call.hasLastFailure() ? PendingCalls.lastError(call) : step.lastError(),
                step.settled(),
                PendingCalls.waitingFor(call, step.waitingFor()),
                step.activityId());
    }

    private SagaStatus withoutWorker(WorkflowExecutionDescription workflow, List<PendingActivityInfo> pending) {
        Optional<Ending> ending = Memos.ending(workflow);
        List<StepStatus> steps = ending.map(Ending::steps)
                .orElseGet(() -> pending.stream()
                        .map(call -> new StepStatus(
                                call.getActivityType().getName(),
                                0,
                                StepState.RUNNING,
                                call.getAttempt(),
                                call.hasLastFailure() ? PendingCalls.lastError(call) : null,
                                null,
                                PendingCalls.waitingFor(call, null),
                                call.getActivityId()))
                        .toList());
        return new SagaStatus(
                workflow.getExecution().getWorkflowId() + "/" + workflow.getFirstRunId(),
                type.name(),
                type.version(),
                ending.map(Ending::state).orElseGet(() -> state(workflow.getStatus())),
                null,
                null,
                steps,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                true);
    }

    private static SagaState state(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> SagaState.COMPLETED;
            case WORKFLOW_EXECUTION_STATUS_FAILED -> SagaState.COMPENSATED;
            default -> SagaState.RUNNING;
        };
    }
}
