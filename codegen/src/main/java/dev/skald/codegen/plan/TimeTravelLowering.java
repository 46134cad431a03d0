package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Time Travel: each link takes its step, hands over to the next and waits for its answer. When a step is refused the
 * chain stops there: nothing is undone, the admin is told, and the caller learns where.
 */
final class TimeTravelLowering implements Lowering {

    private static final Chain CHAIN = new Chain(
            Pattern.TIME_TRAVEL,
            Caller.WAITS,
            Lead.CHAIN_THAT_ANSWERS,
            new KeptSteps(),
            Answer.WHERE_IT_STOPS,
            UndoOrder.ALL_AT_ONCE);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return CHAIN.plan(saga);
    }
}
