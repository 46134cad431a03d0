package dev.skald.codegen.plan;

import dev.skald.dsl.model.Expression;

/** One thing that a workflow does before it does the next. */
public sealed interface Action permits StepPlan, Action.Return {

    /** The place that it was written at. */
    Source source();

    /**
     * Ends the saga with a result.
     *
     * @param value of the saga's output type
     * @param source the place of the statement
     */
    record Return(Expression value, Source source) implements Action {}
}
