package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Headline;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Saga;
import java.util.List;

/**
 * Plans an orchestrated saga: one workflow, that calls every step. From the point of no return on, each is asked until
 * it answers; all else is up to the pattern.
 *
 * @param pattern for people only
 * @param caller whether the caller waits
 * @param pace whether steps that need nothing of each other run at once
 * @param steps how the steps before the point of no return are called and undone
 * @param answer when the caller learns of the outcome
 * @param undoOrder which undo follows which
 */
record Mediator(Pattern pattern, Caller caller, Pace pace, StepLowering steps, Answer answer, UndoOrder undoOrder) {

    /** How many steps are taken at a time. */
    enum Pace {
        /** One after the other, as written. */
        ONE_BY_ONE,
        /** Neighbours at once that need nothing of each other. */
        AT_ONCE
    }

    /**
     * The plan of a saga.
     *
     * @param subSagas what is known of the sagas that it may run
     */
    SagaPlan plan(Saga saga, SubSagas subSagas) {
        List<Action> flow = new MediatorFlow(steps::undoable, pace, subSagas).lower(saga.body());
        return new SagaPlan(
                saga.name(),
                saga.version(),
                new Headline(pattern.title(), pattern.words().replace(" ", ", ")),
                saga.description(),
                saga.input(),
                saga.output(),
                saga.id(),
                saga.deadline(),
                saga.onStateChange().map(steps::telling),
                caller,
                answer,
                undoOrder,
                List.of(new WorkflowPlan(type(saga), saga.queue(), flow)),
                MediatorStates.of(flow, saga.deadline().isPresent(), answer),
                Source.of(saga.location()));
    }

    private static String type(Saga saga) {
        return saga.name().qualified() + ".v" + saga.version();
    }
}
