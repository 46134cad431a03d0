package dev.skald.codegen.plan;

import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;

/** What is done stays done: a step that does not answer is asked until it does, and nothing is undone. */
final class KeptSteps implements StepLowering {

    @Override
    public StepPlan undoable(Step step) {
        return StepPlans.kept(step, CallPolicies.unlimited(step.limits()));
    }

    @Override
    public CallPlan telling(Saga.StateChange clause) {
        return new CallPlan(clause.call(), CallPolicies.unlimited(clause.limits()));
    }
}
