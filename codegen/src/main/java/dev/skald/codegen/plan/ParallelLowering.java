package dev.skald.codegen.plan;

import dev.skald.codegen.plan.Mediator.Pace;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Parallel: a mediator calls at once what needs nothing of each other, and asks a step that does not answer until it
 * does. When one is refused no other begins, and the caller is answered at once; when those in flight have answered
 * every undo of what was done is sent, all together, each until it is confirmed.
 */
final class ParallelLowering implements Lowering {

    private static final Mediator MEDIATOR = new Mediator(
            Pattern.PARALLEL,
            Caller.GETS_HANDLE,
            Pace.AT_ONCE,
            new EventualSteps(),
            Answer.BEFORE_COMPENSATION,
            UndoOrder.ALL_AT_ONCE);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return MEDIATOR.plan(saga, subSagas);
    }
}
