package dev.skald.codegen.plan;

import static dev.skald.codegen.plan.SagaState.COMPENSATED;
import static dev.skald.codegen.plan.SagaState.COMPENSATING;
import static dev.skald.codegen.plan.SagaState.COMPENSATION_FAILED;
import static dev.skald.codegen.plan.SagaState.COMPLETED;
import static dev.skald.codegen.plan.SagaState.ESCALATED;
import static dev.skald.codegen.plan.SagaState.RESOLVED_MANUALLY;
import static dev.skald.codegen.plan.SagaState.RUNNING;

import dev.skald.codegen.plan.StepPlan.Unknown;
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
        for (StepPlan step : steps) {
            states.move(before, state(step));
            failures(step, somethingToUndo);
            before = state(step);
            somethingToUndo |= step.undo().isPresent();
        }
        states.move(before, COMPLETED.name());
        compensation(somethingToUndo);
        return states.build();
    }

    private void failures(StepPlan step, boolean somethingToUndo) {
        if (step.canFail()) {
            failure(state(step), step, somethingToUndo);
        }
        if (step.unknown() == Unknown.ASK_AGAIN) {
            unanswered(step, somethingToUndo);
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
     * Past the point of no return: it is asked again, and only the operator can end it. When the time is up the admin
     * is told; it heals itself when the participant answers.
     */
    private void unanswered(StepPlan step, boolean somethingToUndo) {
        states.move(state(step), RESOLVED_MANUALLY.name());
        if (hasDeadline) {
            states.move(state(step), ESCALATED.name());
            states.move(ESCALATED, RUNNING);
            states.move(ESCALATED, RESOLVED_MANUALLY);
            states.move(RUNNING.name(), next(step));
            if (step.canFail()) {
                failure(ESCALATED.name(), step, somethingToUndo);
            }
        }
    }

    private String next(StepPlan step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? state(steps.get(next)) : COMPLETED.name();
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
