package dev.skald.codegen.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One workflow on Temporal.
 *
 * @param type the name of its type
 * @param queue the task queue of its worker
 * @param link what it is in a chain; empty where it takes all steps
 * @param flow what it does, one after the other
 */
public record WorkflowPlan(String type, String queue, Optional<LinkPlan> link, List<Action> flow) {

    public WorkflowPlan {
        flow = List.copyOf(flow);
    }

    /** All that it may do, that within blocks too, in the order written. */
    public List<Action> actions() {
        return Actions.allIn(flow).toList();
    }

    /** Its steps, those within blocks too, in the order written; two of one name are never on one path. */
    public List<StepPlan> steps() {
        return Actions.allIn(flow, StepPlan.class);
    }

    /** All that it calls: of each step the operation and its undo. */
    public Stream<CallPlan> calls() {
        return steps().stream().flatMap(step -> Stream.concat(Stream.of(step.call()), step.undoCall().stream()));
    }

    /** Whether it is here that a variable gets its value: the result of a step, or what a choice makes of one. */
    public boolean binds(String variable) {
        return Actions.allIn(flow)
                .anyMatch(action ->
                        (action instanceof StepPlan step && step.name().equals(variable))
                                || Actions.carriedBy(action).stream()
                                        .anyMatch(carried -> carried.variable().equals(variable)));
    }
}
