package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Anthology: each link takes its step, hands over to the next and is over. When a step is refused the chain stops
 * there: nothing is undone, and the admin is told.
 */
final class AnthologyLowering implements Lowering {

    private static final Chain CHAIN = new Chain(
            Pattern.ANTHOLOGY,
            Caller.GETS_HANDLE,
            Lead.CHAIN_THAT_PASSES_ON,
            new KeptSteps(),
            Answer.NEVER,
            UndoOrder.ALL_AT_ONCE);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return CHAIN.plan(saga);
    }
}
