package dev.skald.codegen.plan;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;

/** All or nothing: a step that does not answer is given up, and its undo too, so that somebody decides. */
final class AtomicSteps implements StepLowering {

    @Override
    public StepPlan undoable(Step step) {
        return StepPlans.undoable(
                step,
                CallPolicies.bounded(step.limits()),
                Unknown.COMPENSATE,
                step.compensation().map(AtomicSteps::undo));
    }

    private static UndoPlan undo(Compensation compensation) {
        if (compensation instanceof Compensation.Undo undo) {
            return new UndoPlan.ByCall(new CallPlan(undo.call(), CallPolicies.undo(undo.limits())), undo.onExhausted());
        }
        return new UndoPlan.Impossible(((Compensation.None) compensation).because());
    }

    @Override
    public CallPlan telling(Saga.StateChange clause) {
        return new CallPlan(clause.call(), CallPolicies.bounded(clause.limits()));
    }
}
