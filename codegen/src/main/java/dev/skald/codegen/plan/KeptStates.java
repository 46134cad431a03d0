package dev.skald.codegen.plan;

import static dev.skald.codegen.plan.SagaState.COMPENSATED;
import static dev.skald.codegen.plan.SagaState.COMPLETED;
import static dev.skald.codegen.plan.SagaState.ESCALATED;
import static dev.skald.codegen.plan.SagaState.RESOLVED_MANUALLY;
import static dev.skald.codegen.plan.SagaState.RUNNING;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.dsl.model.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out the state machine of a chain in which nothing is undone: it goes from step to step, and where one is not
 * done it stays until somebody decides.
 */
final class KeptStates {

    private final StateMachineBuilder states = new StateMachineBuilder();

    private KeptStates() {}

    /** The states that a saga can reach. */
    static StateMachine of(List<Action> flow) {
        return new KeptStates().machine(flow);
    }

    private StateMachine machine(List<Action> flow) {
        Actions.allIn(flow, StepPlan.class).forEach(step -> step.moment().ifPresent(states::moment));
        // A cancel may come before the first step has begun.
        states.move(RUNNING, COMPENSATED);
        Set<String> at = Set.of(RUNNING.name());
        for (Action action : flow) {
            if (!(action instanceof Action.Return)) {
                at = behind(action, at);
            }
        }
        at.forEach(state -> states.move(state, COMPLETED.name()));
        return states.build();
    }

    private Set<String> behind(Action action, Set<String> before) {
        StepPlan step = Links.stepOf(action);
        String state = step.moment().map(Step.Moment::name).orElse(RUNNING.name());
        before.forEach(from -> {
            states.move(from, state);
            // Links that have not begun may be kept from beginning.
            states.move(from, RESOLVED_MANUALLY.name());
        });
        states.move(state, RESOLVED_MANUALLY.name());
        Set<String> behind = new LinkedHashSet<>(Set.of(state));
        if (action instanceof Action.Choice) {
            behind.addAll(before);
        }
        if (escalates(step)) {
            states.move(state, ESCALATED.name());
            states.move(ESCALATED, RUNNING);
            states.move(ESCALATED, RESOLVED_MANUALLY);
            behind.add(RUNNING.name());
        }
        return behind;
    }

    private static boolean escalates(StepPlan step) {
        return step.unknown() == Unknown.ESCALATE
                || (step.kind().isPointOfNoReturn()
                        && step.call().policy().limit().isPresent());
    }
}
