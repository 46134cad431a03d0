package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.CallPlan;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the steps whose results are used: only they need a variable. A step's own undo gets its result otherwise. */
final class UsedResults {

    private UsedResults() {}

    /** The names of those steps. */
    static Set<String> of(WorkflowPlan workflow) {
        return workflow.flow().stream().flatMap(UsedResults::used).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the step's undo needs what the step has answered. */
    static boolean inOwnUndo(StepPlan step) {
        return inUndo(step).anyMatch(step.name()::equals);
    }

    private static Stream<String> used(Action action) {
        if (action instanceof Action.Return result) {
            return steps(result.value());
        }
        StepPlan step = (StepPlan) action;
        return Stream.concat(inCall(step.call()), inUndo(step).filter(name -> !name.equals(step.name())));
    }

    private static Stream<String> inUndo(StepPlan step) {
        return step.undoCall().stream().flatMap(UsedResults::inCall);
    }

    private static Stream<String> inCall(CallPlan plan) {
        return plan.call().arguments().stream().map(Argument::value).flatMap(UsedResults::steps);
    }

    private static Stream<String> steps(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return variable.origin() == Expression.Variable.Origin.STEP ? Stream.of(variable.name()) : Stream.of();
        }
        return Expressions.partsOf(expression).flatMap(UsedResults::steps);
    }
}
