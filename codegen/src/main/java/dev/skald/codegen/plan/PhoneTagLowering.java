package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Phone Tag: each link takes its step, hands over to the next and waits for its answer. When a step is refused that
 * travels up the chain, and each link undoes its own step and confirms it before it tells the one above; the first
 * answers the caller.
 */
final class PhoneTagLowering implements Lowering {

    private static final Chain CHAIN = new Chain(
            Pattern.PHONE_TAG,
            Caller.WAITS,
            Lead.CHAIN_THAT_ANSWERS,
            new AtomicSteps(),
            Answer.AFTER_COMPENSATION,
            UndoOrder.LAST_FIRST);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return CHAIN.plan(saga);
    }
}
