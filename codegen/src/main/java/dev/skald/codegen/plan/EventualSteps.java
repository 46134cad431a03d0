package dev.skald.codegen.plan;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;

/** All agrees in time: a step that does not answer is asked until it does, and so is its undo. */
final class EventualSteps implements StepLowering {

    @Override
    public StepPlan undoable(Step step) {
        return StepPlans.undoable(
                step,
                CallPolicies.unlimited(step.limits()),
                Unknown.ASK_AGAIN,
                step.undo().map(EventualSteps::undo));
    }

    /** Nothing waits behind an undo when all are sent at once, so that none can make the others wait. */
    private static UndoPlan undo(Compensation.Undo undo) {
        CallPlan call = new CallPlan(undo.call(), CallPolicies.unlimitedUndo(undo.limits()));
        return new UndoPlan.ByCall(call, OnExhausted.CONTINUE);
    }

    @Override
    public CallPlan telling(Saga.StateChange clause) {
        return new CallPlan(clause.call(), CallPolicies.unlimited(clause.limits()));
    }
}
