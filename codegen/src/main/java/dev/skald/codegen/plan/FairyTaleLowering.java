package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;
import java.util.List;

/**
 * Fairy Tale: a mediator calls one step at a time, and asks one that does not answer until it does. When one is refused
 * the caller is answered at once; then every undo of what was done is sent, all together, each until it is confirmed.
 */
final class FairyTaleLowering implements Lowering {

    @Override
    public SagaPlan lower(Saga saga, SubSagas subSagas) {
        WorkflowPlan mediator = Mediator.of(saga, FairyTaleLowering::step, subSagas);
        return new SagaPlan(
                saga.name(),
                saga.version(),
                Mediator.headline(Pattern.FAIRY_TALE),
                saga.description(),
                saga.input(),
                saga.output(),
                saga.id(),
                saga.deadline(),
                Answer.BEFORE_COMPENSATION,
                UndoOrder.ALL_AT_ONCE,
                List.of(mediator),
                MediatorStates.of(mediator.flow(), saga.deadline().isPresent(), SagaState.COMPENSATION_SENT),
                Source.of(saga.location()));
    }

    private static StepPlan step(Step step) {
        return Mediator.undoable(
                step,
                CallPolicies.unlimited(step.limits()),
                Unknown.ASK_AGAIN,
                step.undo().map(FairyTaleLowering::undo));
    }

    /** Nothing waits behind an undo when all are sent at once, so that none can make the others wait. */
    private static UndoPlan undo(Compensation.Undo undo) {
        CallPlan call = new CallPlan(undo.call(), CallPolicies.unlimitedUndo(undo.limits()));
        return new UndoPlan.ByCall(call, OnExhausted.CONTINUE);
    }
}
