package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Headline;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Epic: a mediator calls one step at a time. When one is refused, what was done is undone, last first, each undo
 * confirmed; then the caller is answered.
 */
final class EpicLowering implements Lowering {

    @Override
    public SagaPlan lower(Saga saga) {
        WorkflowPlan mediator = new WorkflowPlan(type(saga), saga.queue(), flow(saga.body()));
        return new SagaPlan(
                saga.name(),
                saga.version(),
                headline(),
                saga.input(),
                saga.output(),
                saga.id(),
                saga.deadline(),
                Answer.AFTER_COMPENSATION,
                UndoOrder.LAST_FIRST,
                List.of(mediator),
                new EpicStates(mediator.steps(), saga.deadline().isPresent()).machine(),
                Source.of(saga.location()));
    }

    private static String type(Saga saga) {
        return saga.name().qualified() + ".v" + saga.version();
    }

    private static Headline headline() {
        return new Headline(Pattern.EPIC.title(), Pattern.EPIC.words().replace(" ", ", "));
    }

    private static List<Action> flow(List<Statement> body) {
        List<Action> flow = new ArrayList<>();
        boolean committed = false;
        for (Statement statement : body) {
            if (statement instanceof Step step) {
                flow.add(step(step, committed));
                committed |= commits(step);
            } else {
                flow.add(result((Statement.Return) statement));
            }
        }
        return flow;
    }

    private static Action result(Statement.Return result) {
        return new Action.Return(result.value(), Source.of(result.location()));
    }

    /** Whether nothing is undone any more once the step has begun. */
    private static boolean commits(Step step) {
        return step.kind() == StepKind.PIVOT || step.kind() == StepKind.RETRIABLE;
    }

    private static StepPlan step(Step step, boolean committed) {
        return new StepPlan(
                step.name(),
                step.kind(),
                step.moment(),
                new CallPlan(step.call(), policy(step, committed)),
                unknown(step, committed),
                step.compensation().map(EpicLowering::undo),
                Source.of(step.location()));
    }

    private static CallPolicy policy(Step step, boolean committed) {
        if (commits(step)) {
            return CallPolicies.unlimited(step.limits());
        }
        return committed ? CallPolicies.unlimitedAlways(step.limits()) : CallPolicies.bounded(step.limits());
    }

    private static Unknown unknown(Step step, boolean committed) {
        if (committed || commits(step)) {
            return Unknown.ASK_AGAIN;
        }
        return step.kind() == StepKind.READONLY ? Unknown.REFUSE : Unknown.COMPENSATE;
    }

    private static UndoPlan undo(Compensation compensation) {
        if (compensation instanceof Compensation.Undo undo) {
            return new UndoPlan.ByCall(new CallPlan(undo.call(), CallPolicies.undo(undo.limits())), undo.onExhausted());
        }
        return new UndoPlan.Impossible(((Compensation.None) compensation).because());
    }
}
