package dev.skald.codegen.plan;

import java.util.List;

/**
 * One workflow on Temporal.
 *
 * @param type the name of its type
 * @param queue the task queue of its worker
 * @param flow what it does, one after the other
 */
public record WorkflowPlan(String type, String queue, List<Action> flow) {

    public WorkflowPlan {
        flow = List.copyOf(flow);
    }

    /** Its steps, in the order written. */
    public List<StepPlan> steps() {
        return flow.stream()
                .filter(StepPlan.class::isInstance)
                .map(StepPlan.class::cast)
                .toList();
    }
}
