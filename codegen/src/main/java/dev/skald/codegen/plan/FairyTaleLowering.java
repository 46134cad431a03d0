package dev.skald.codegen.plan;

import dev.skald.codegen.plan.Mediator.Pace;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Fairy Tale: a mediator calls one step at a time, and asks one that does not answer until it does. When one is refused
 * the caller is answered at once; then every undo of what was done is sent, all together, each until it is confirmed.
 */
final class FairyTaleLowering implements Lowering {

    private static final Mediator MEDIATOR = new Mediator(
            Pattern.FAIRY_TALE,
            Caller.WAITS,
            Pace.ONE_BY_ONE,
            new EventualSteps(),
            Answer.BEFORE_COMPENSATION,
            UndoOrder.ALL_AT_ONCE);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return MEDIATOR.plan(saga, subSagas);
    }
}
