package dev.skald.codegen.plan;

import dev.skald.codegen.plan.Mediator.Pace;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Epic: a mediator calls one step at a time, and gives up on one that does not answer. When one is refused, what was
 * done is undone, last first, each undo confirmed; then the caller is answered.
 */
final class EpicLowering implements Lowering {

    private static final Mediator MEDIATOR = new Mediator(
            Pattern.EPIC,
            Caller.WAITS,
            Pace.ONE_BY_ONE,
            new AtomicSteps(),
            Answer.AFTER_COMPENSATION,
            UndoOrder.LAST_FIRST);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return MEDIATOR.plan(saga, subSagas);
    }
}
