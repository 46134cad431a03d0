package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;
import java.util.List;

/**
 * Epic: a mediator calls one step at a time, and gives up on one that does not answer. When one is refused, what was
 * done is undone, last first, each undo confirmed; then the caller is answered.
 */
final class EpicLowering implements Lowering {

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        WorkflowPlan mediator = Mediator.of(saga, EpicLowering::step, subSagas);
        return new SagaPlan(
                saga.name(),
                saga.version(),
                Mediator.headline(Pattern.EPIC),
                saga.description(),
                saga.input(),
                saga.output(),
                saga.id(),
                saga.deadline(),
                Answer.AFTER_COMPENSATION,
                UndoOrder.LAST_FIRST,
                List.of(mediator),
                MediatorStates.of(mediator.flow(), saga.deadline().isPresent(), SagaState.COMPENSATING),
                Source.of(saga.location()));
    }

    private static StepPlan step(Step step) {
        return Mediator.undoable(
                step,
                CallPolicies.bounded(step.limits()),
                Unknown.COMPENSATE,
                step.compensation().map(EpicLowering::undo));
    }

    private static UndoPlan undo(Compensation compensation) {
        if (compensation instanceof Compensation.Undo undo) {
            return new UndoPlan.ByCall(new CallPlan(undo.call(), CallPolicies.undo(undo.limits())), undo.onExhausted());
        }
        return new UndoPlan.Impossible(((Compensation.None) compensation).because());
    }
}
