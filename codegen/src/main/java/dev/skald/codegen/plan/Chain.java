package dev.skald.codegen.plan;

import dev.skald.codegen.plan.Mediator.Pace;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Headline;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import java.util.List;

/**
 * Plans a choreographed saga: a workflow for each step, on its participant's own task queue. The first bears the saga's
 * id, and answers its caller.
 *
 * @param pattern for people only
 * @param caller whether the caller waits
 * @param lead when a link hands over to the next
 * @param steps how the steps before the point of no return are called and undone
 * @param answer when the caller learns of the outcome
 * @param undoOrder which undo follows which
 */
record Chain(Pattern pattern, Caller caller, Lead lead, StepLowering steps, Answer answer, UndoOrder undoOrder) {

    /** The plan of a saga. */
    SagaPlan plan(Saga saga) {
        // A chain runs no other sagas.
        SubSagas none = new SubSagas(List.of());
        List<Action> flow = new MediatorFlow(steps::undoable, Pace.ONE_BY_ONE, none).lower(saga.body());
        return new SagaPlan(
                saga.name(),
                saga.version(),
                Headline.of(pattern),
                saga.description(),
                saga.input(),
                saga.output(),
                saga.id(),
                saga.deadline(),
                saga.onStateChange().map(steps::telling),
                lead,
                caller,
                answer,
                undoOrder,
                new Links(saga, lead).of(flow),
                answer.compensates()
                        ? MediatorStates.of(inItsOrder(flow), saga.deadline().isPresent(), answer)
                        : KeptStates.of(flow),
                Source.of(saga.location()));
    }

    /** What the links do together, as one that knew them all would do it. */
    private List<Action> inItsOrder(List<Action> flow) {
        return lead == Lead.CHAIN_AT_ONCE ? AtOnce.of(flow) : flow;
    }
}
