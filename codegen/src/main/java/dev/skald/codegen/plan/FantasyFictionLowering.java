package dev.skald.codegen.plan;

import dev.skald.codegen.plan.Mediator.Pace;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;

/**
 * Fantasy Fiction: a mediator calls at once what needs nothing of each other, and gives up on a step that does not
 * answer. When one is refused no other begins, and those in flight are waited for; then what was done is undone in
 * reverse of what waited for what, independent steps at once, each undo confirmed.
 */
final class FantasyFictionLowering implements Lowering {

    private static final Mediator MEDIATOR = new Mediator(
            Pattern.FANTASY_FICTION,
            Caller.GETS_HANDLE,
            Pace.AT_ONCE,
            new AtomicSteps(),
            Answer.AFTER_COMPENSATION,
            UndoOrder.DEPENDENTS_FIRST);

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        return MEDIATOR.plan(saga, subSagas);
    }
}
