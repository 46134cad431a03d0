package dev.skald.runtime.internal;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one run of a saga, kept as it happens and shown to whoever asks. */
public final class Journal {

    private final SagaShape shape;
    private final String sagaId;
    private final Moves moves;
    private final List<StepEntry> steps = new ArrayList<>();
    private final List<StepEntry> undone = new ArrayList<>();
    private final List<StepEntry> toUndo = new ArrayList<>();
    private SagaState state = SagaState.RUNNING;
    private @Nullable TemporalFailure why;
    private @Nullable FirstError firstError;

    Journal(SagaShape shape) {
        WorkflowInfo info = Workflow.getInfo();
        this.shape = shape;
        this.sagaId = info.getWorkflowId() + "/" + info.getFirstExecutionRunId();
        this.moves = new Moves(shape);
        shape.steps().forEach(step -> steps.add(new StepEntry(step, 0)));
        show();
    }

    String sagaId() {
        return sagaId;
    }

    SagaState state() {
        return state;
    }

    Optional<FirstError> firstError() {
        return Optional.ofNullable(firstError);
    }

    /** The record of a step that runs once. */
    StepEntry step(StepShape step) {
        return steps.stream()
                .filter(entry -> entry.shape() == step && entry.iteration() == 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "step " + step.name() + " is not among the steps of " + shape.name() + ".v" + shape.version()));
    }

    void begins(StepEntry step) {
        step.become(StepState.RUNNING);
        if (state == SagaState.RUNNING) {
            moves.to(step.shape().moment().orElse(SagaState.RUNNING.name()));
        }
        show();
    }

    void asked(StepEntry step, String participant, Optional<String> activityId) {
        step.waitsFor(participant, activityId.orElse(null));
    }

    void answered(StepEntry step) {
        step.waitsFor(null, null);
    }

    /** The step took effect, or may have, so that it is undone before those that came before it. */
    void took(StepEntry step) {
        toUndo.add(0, step);
    }

    void done(StepEntry step) {
        step.become(StepState.DONE);
        show();
    }

    void failed(StepEntry step, StepState how, Throwable failure) {
        step.become(how);
        step.failed(failure);
        show();
    }

    void failsOf(StepFailed failed) {
        why = failed.why();
        firstError = failed.firstError();
    }

    void compensating() {
        become(SagaState.COMPENSATING);
    }

    void undoing(StepEntry step) {
        step.become(StepState.COMPENSATING);
        show();
    }

    void undone(StepEntry step) {
        step.become(StepState.COMPENSATED);
        toUndo.remove(step);
        undone.add(step);
        show();
    }

    void undoFailed(StepEntry step, Throwable failure) {
        failed(step, StepState.COMPENSATION_FAILED, failure);
        become(SagaState.COMPENSATION_FAILED);
    }

    void escalated(TemporalFailure deadline) {
        why = deadline;
        firstError = FirstError.fault(deadline);
        become(SagaState.ESCALATED);
    }

    /** The participant that was waited for has answered after all. */
    void healed() {
        if (state == SagaState.ESCALATED) {
            why = null;
            firstError = null;
            become(SagaState.RUNNING);
        }
    }

    void ends(SagaState end) {
        become(end);
    }

    private void become(SagaState next) {
        if (state != next) {
            state = next;
            moves.to(next.name());
        }
        show();
    }

    private void show() {
        Workflow.setCurrentDetails(Details.of(status()));
    }

    List<StepStatus> stepStatuses() {
        return steps.stream().map(StepEntry::status).toList();
    }

    SagaStatus status() {
        return new SagaStatus(
                sagaId,
                shape.name(),
                shape.version(),
                state,
                moves.moment().orElse(null),
                why == null ? null : Failures.inWords(why),
                stepStatuses(),
                labels(undone),
                labels(toUndo),
                false);
    }

    private static List<String> labels(List<StepEntry> entries) {
        return entries.stream().map(StepEntry::label).toList();
    }
}
