package dev.skald.codegen.plan;

import static dev.skald.codegen.plan.SagaState.COMPENSATED;
import static dev.skald.codegen.plan.SagaState.COMPENSATION_FAILED;
import static dev.skald.codegen.plan.SagaState.COMPLETED;
import static dev.skald.codegen.plan.SagaState.ESCALATED;
import static dev.skald.codegen.plan.SagaState.RESOLVED_MANUALLY;
import static dev.skald.codegen.plan.SagaState.RUNNING;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.Optional;

/**
 * Works out the state machine of a saga that a mediator leads: one walk over its steps, looking at what can happen in
 * each.
 */
final class MediatorStates {

    private final List<StepPlan> steps;
    private final boolean hasDeadline;
    private final SagaState undoing;
    private final StateMachineBuilder states = new StateMachineBuilder();

    /**
     * Of a saga without branches.
     *
     * @param undoing the state that the saga is in while its undos are on their way
     */
    MediatorStates(List<StepPlan> steps, boolean hasDeadline, SagaState undoing) {
        this.steps = steps;
        this.hasDeadline = hasDeadline;
        this.undoing = undoing;
    }

    /** The states that this saga can reach. */
    StateMachine machine() {
        steps.forEach(step -> step.moment().ifPresent(states::moment));
        // A cancel may come before the first step has begun.
        states.move(RUNNING, COMPENSATED);
        String before = RUNNING.name();
        boolean committed = false;
        boolean somethingToUndo = false;
        for (StepPlan step : steps) {
            states.move(before, state(step));
            committed |= step.kind() == StepKind.PIVOT || step.kind() == StepKind.RETRIABLE;
            whatCanHappen(step, committed, somethingToUndo);
            before = state(step);
            somethingToUndo |= step.undo().isPresent();
        }
        states.move(before, COMPLETED.name());
        compensation();
        return states.build();
    }

    private void whatCanHappen(StepPlan step, boolean committed, boolean somethingToUndo) {
        // Before the point of no return whatever the step comes to; the pivot may be refused, by its operator at least.
        boolean canEndInUndo = !committed || step.kind() == StepKind.PIVOT;
        if (canEndInUndo) {
            undo(state(step), step, somethingToUndo);
        }
        if (step.unknown() == Unknown.ASK_AGAIN) {
            states.move(state(step), RESOLVED_MANUALLY.name());
        }
        if (escalates(step, committed)) {
            escalation(step, canEndInUndo, somethingToUndo);
        }
    }

    /** Where the definition says so, and where the time is up that the saga, or the pivot itself, may take. */
    private boolean escalates(StepPlan step, boolean committed) {
        boolean hasOwnDeadline =
                step.kind() == StepKind.PIVOT && step.call().policy().limit().isPresent();
        return step.unknown() == Unknown.ESCALATE || (committed && hasDeadline) || hasOwnDeadline;
    }

    /** The step itself may have happened; if it did not, and nothing did before it, there is nothing to undo. */
    private void undo(String from, StepPlan step, boolean somethingToUndo) {
        if (somethingToUndo || step.undo().isPresent()) {
            states.move(from, undoing.name());
        }
        if (!somethingToUndo) {
            states.move(from, COMPENSATED.name());
        }
    }

    /** The admin is told and the step asked again: it heals itself when the participant answers, or is settled. */
    private void escalation(StepPlan step, boolean canEndInUndo, boolean somethingToUndo) {
        states.move(state(step), ESCALATED.name());
        states.move(ESCALATED, RUNNING);
        states.move(ESCALATED, RESOLVED_MANUALLY);
        states.move(RUNNING.name(), next(step));
        if (canEndInUndo) {
            undo(ESCALATED.name(), step, somethingToUndo);
        }
        if (step.unknown() == Unknown.ESCALATE) {
            // Meanwhile it may have been cancelled, or late.
            undo(RUNNING.name(), step, somethingToUndo);
        }
    }

    private String next(StepPlan step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? state(steps.get(next)) : COMPLETED.name();
    }

    private void compensation() {
        List<UndoPlan> undos =
                steps.stream().map(StepPlan::undo).flatMap(Optional::stream).toList();
        if (!undos.isEmpty()) {
            states.move(undoing, COMPENSATED);
            states.move(undoing, RESOLVED_MANUALLY);
        }
        if (undos.stream().anyMatch(UndoPlan::canFail)) {
            states.move(undoing, COMPENSATION_FAILED);
            states.move(COMPENSATION_FAILED, undoing);
            states.move(COMPENSATION_FAILED, COMPENSATED);
            states.move(COMPENSATION_FAILED, RESOLVED_MANUALLY);
        }
    }

    private static String state(StepPlan step) {
        return step.moment().map(Step.Moment::name).orElse(RUNNING.name());
    }
}
