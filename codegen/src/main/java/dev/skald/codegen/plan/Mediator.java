package dev.skald.codegen.plan;

import dev.skald.codegen.plan.SagaPlan.Headline;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plans the one workflow of an orchestrated saga, which calls one step at a time. From the point of no return on, every
 * step is asked until it answers; how the steps before it are called and undone is up to the pattern.
 */
final class Mediator {

    private Mediator() {}

    /**
     * The workflow.
     *
     * @param undoable what the pattern makes of a step before the point of no return
     * @param subSagas what is known of the sagas that it may run
     */
    static WorkflowPlan of(Saga saga, Function<Step, StepPlan> undoable, SubSagas subSagas) {
        List<Action> flow = new MediatorFlow(undoable, Mediator::committed, subSagas).lower(saga.body());
        return new WorkflowPlan(type(saga), saga.queue(), flow);
    }

    /** The pattern in words. */
    static Headline headline(Pattern pattern) {
        return new Headline(pattern.title(), pattern.words().replace(" ", ", "));
    }

    /** A step before the point of no return; what it says about an unknown outcome wins over the pattern's way. */
    static StepPlan undoable(Step step, CallPolicy policy, Unknown patternsWay, Optional<UndoPlan> undo) {
        Unknown unknown = step.onUnknown().map(Mediator::unknown).orElse(patternsWay);
        boolean nothingToUndo = step.kind() == StepKind.READONLY && unknown == Unknown.COMPENSATE;
        return plan(step, policy, nothingToUndo ? Unknown.REFUSE : unknown, undo);
    }

    private static StepPlan committed(Step step) {
        CallPolicy policy = step.kind() == StepKind.READONLY
                ? CallPolicies.unlimitedAlways(step.limits())
                : CallPolicies.unlimited(step.limits());
        return plan(step, policy, Unknown.ASK_AGAIN, Optional.empty());
    }

    private static StepPlan plan(Step step, CallPolicy policy, Unknown unknown, Optional<UndoPlan> undo) {
        return new StepPlan(
                step.name(),
                step.description(),
                step.kind(),
                step.moment(),
                new CallPlan(step.call(), policy),
                unknown,
                undo,
                step.after().stream().map(Step.After::step).toList(),
                Source.of(step.location()));
    }

    private static Unknown unknown(Step.OnUnknown written) {
        return switch (written) {
            case COMPENSATE -> Unknown.COMPENSATE;
            case ESCALATE -> Unknown.ESCALATE;
            case PROBE -> throw new IllegalStateException("`on unknown probe` is not built: this is a bug in Skald");
        };
    }

    private static String type(Saga saga) {
        return saga.name().qualified() + ".v" + saga.version();
    }
}
