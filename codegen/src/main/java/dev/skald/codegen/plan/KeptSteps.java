package dev.skald.codegen.plan;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;
import java.util.Optional;

/** What is done stays done: a step that does not answer is asked until it does, and nothing is undone. */
final class KeptSteps implements StepLowering {

    @Override
    public StepPlan undoable(Step step) {
        return StepPlans.undoable(step, CallPolicies.unlimited(step.limits()), Unknown.ASK_AGAIN, Optional.empty());
    }

    @Override
    public CallPlan telling(Saga.StateChange clause) {
        return new CallPlan(clause.call(), CallPolicies.unlimited(clause.limits()));
    }
}
