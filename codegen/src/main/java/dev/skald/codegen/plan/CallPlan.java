package dev.skald.codegen.plan;

import dev.skald.dsl.model.Call;

/**
 * A call of a participant's operation, as it is sent.
 *
 * @param call the operation and its arguments
 * @param policy how long it may take and how often it is tried
 */
public record CallPlan(Call call, CallPolicy policy) {

    /** The task queue that the participant's worker polls. */
    public String queue() {
        return call.participant().queue();
    }
}
