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

    /** All that it may do, that within blocks too, in the order written. */
    public List<Action> actions() {
        return Actions.allIn(flow).toList();
    }

    /** Its steps, those within blocks too, in the order written; two of one name are never on one path. */
    public List<StepPlan> steps() {
        return Actions.allIn(flow, StepPlan.class);
    }
}
