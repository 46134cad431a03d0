package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Horror Story: each link hands over to the next before its own step, so that all take theirs at once. When one is
 * refused that goes both up and down the chain, and each link undoes its own step; each is over when the first one's
 * final word has come down.
 */
final class HorrorStoryLowering implements Lowering {

    private static final Chain CHAIN = new Chain(
            Pattern.HORROR_STORY,
            Caller.GETS_HANDLE,
            Lead.CHAIN_AT_ONCE,
            new AtomicSteps(),
            Answer.AFTER_COMPENSATION,
            UndoOrder.ALL_AT_ONCE);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return CHAIN.plan(saga);
    }
}
