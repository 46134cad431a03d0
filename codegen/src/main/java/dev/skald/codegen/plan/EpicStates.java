package dev.skald.codegen.plan;

import static dev.skald.codegen.plan.SagaState.COMPENSATED;
import static dev.skald.codegen.plan.SagaState.COMPENSATING;
import static dev.skald.codegen.plan.SagaState.COMPENSATION_FAILED;
import static dev.skald.codegen.plan.SagaState.COMPLETED;
import static dev.skald.codegen.plan.SagaState.ESCALATED;
import static dev.skald.codegen.plan.SagaState.RESOLVED_MANUALLY;
import static dev.skald.codegen.plan.SagaState.RUNNING;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import java.util.List;

/** Works out the state machine of an Epic: one walk over its steps, looking at what can happen in each. */
final class EpicStates {

    private final List<StepPlan> steps;
    private final boolean hasDeadline;
    private final StateMachineBuilder states = new StateMachineBuilder();

    EpicStates(List<StepPlan> steps, boolean hasDeadline) {
        this.steps = steps;
        this.hasDeadline = hasDeadline;
    }

    /** The states that this saga can reach. */
    StateMachine machine() {
        steps.forEach(step -> step.moment().ifPresent(states::moment));
        // A cancel may come before the first step has begun.
        states.move(RUNNING, COMPENSATED);
        String before = RUNNING.name();
        boolean somethingToUndo = false;
        for (int index = 0; index < steps.size(); index++) {
            StepPlan step = steps.get(index);
            states.move(before, state(step));
            failures(index, somethingToUndo);
            before = state(step);
            somethingToUndo |= step.undo().isPresent();
        }
        states.move(before, COMPLETED.name());
        compensation(somethingToUndo);
        return states.build();
    }

    private void failures(int index, boolean somethingToUndo) {
        StepPlan step = steps.get(index);
        if (step.canFail()) {
            failure(state(step), step, somethingToUndo);
        }
        if (step.unknown() == Unknown.ASK_AGAIN) {
            unanswered(index, somethingToUndo);
        }
    }

    private void failure(String from, StepPlan step, boolean somethingToUndo) {
        if (somethingToUndo || step.undo().isPresent()) {
            states.move(from, COMPENSATING.name());
        }
        if (!somethingToUndo) {
            states.move(from, COMPENSATED.name());
        }
    }

    /**
     * Past the point of no return: it is asked again, the admin is told when the time is up, and only they can end it.
     */
    private void unanswered(int index, boolean somethingToUndo) {
        StepPlan step = steps.get(index);
        states.move(state(step), RESOLVED_MANUALLY.name());
        if (!hasDeadline && !step.call().policy().isBounded()) {
            return;
        }
        states.move(state(step), ESCALATED.name());
        states.move(ESCALATED, RESOLVED_MANUALLY);
        states.move(ESCALATED.name(), index + 1 < steps.size() ? state(steps.get(index + 1)) : COMPLETED.name());
        if (step.kind() == StepKind.PIVOT) {
            failure(ESCALATED.name(), step, somethingToUndo);
        }
    }

    private void compensation(boolean somethingToUndo) {
        if (somethingToUndo) {
            states.move(COMPENSATING, COMPENSATED);
            states.move(COMPENSATING, COMPENSATION_FAILED);
            states.move(COMPENSATING, RESOLVED_MANUALLY);
            states.move(COMPENSATION_FAILED, COMPENSATING);
            states.move(COMPENSATION_FAILED, COMPENSATED);
            states.move(COMPENSATION_FAILED, RESOLVED_MANUALLY);
        }
    }

    private static String state(StepPlan step) {
        return step.moment().map(Step.Moment::name).orElse(RUNNING.name());
    }
}
