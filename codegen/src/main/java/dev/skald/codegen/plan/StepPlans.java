package dev.skald.codegen.plan;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Step;
import java.util.List;
import java.util.Optional;

/** Plans steps, as far as that is the same in every pattern. */
final class StepPlans {

    private StepPlans() {}

    /** A step before the point of no return; what it says about an unknown outcome wins over the pattern's way. */
    static StepPlan undoable(Step step, CallPolicy policy, Unknown patternsWay, Optional<UndoPlan> undo) {
        Unknown unknown = step.onUnknown().map(StepPlans::unknown).orElse(patternsWay);
        boolean nothingToUndo = step.kind() == StepKind.READONLY && unknown == Unknown.COMPENSATE;
        return plan(step, policy, nothingToUndo ? Unknown.REFUSE : unknown, undo);
    }

    /** A step that is never undone: it is asked until it answers, whatever it says of compensating. */
    static StepPlan kept(Step step, CallPolicy policy) {
        boolean escalates =
                step.onUnknown().filter(Step.OnUnknown.ESCALATE::equals).isPresent();
        return plan(step, policy, escalates ? Unknown.ESCALATE : Unknown.ASK_AGAIN, Optional.empty());
    }

    /** A step from the point of no return on: it is asked until it answers. */
    static StepPlan committed(Step step) {
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
                List.of(),
                Source.of(step.location()));
    }

    private static Unknown unknown(Step.OnUnknown written) {
        return switch (written) {
            case COMPENSATE -> Unknown.COMPENSATE;
            case ESCALATE -> Unknown.ESCALATE;
            case PROBE -> throw new IllegalStateException("`on unknown probe` is not built: this is a bug in Skald");
        };
    }
}
