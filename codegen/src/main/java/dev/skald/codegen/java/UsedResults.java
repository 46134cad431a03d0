package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the steps whose results are used: only they need a variable. */
final class UsedResults {

    private UsedResults() {}

    /** The names of those steps. */
    static Set<String> of(WorkflowPlan workflow) {
        return workflow.flow().stream()
                .flatMap(UsedResults::expressions)
                .flatMap(UsedResults::steps)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Expression> expressions(Action action) {
        if (action instanceof Action.Return result) {
            return Stream.of(result.value());
        }
        StepPlan step = (StepPlan) action;
        return Stream.concat(
                arguments(step.call().call()),
                step.undo().stream()
                        .filter(UndoPlan.ByCall.class::isInstance)
                        .flatMap(undo ->
                                arguments(((UndoPlan.ByCall) undo).call().call())));
    }

    private static Stream<Expression> arguments(Call call) {
        return call.arguments().stream().map(Argument::value);
    }

    private static Stream<String> steps(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return variable.origin() == Expression.Variable.Origin.STEP ? Stream.of(variable.name()) : Stream.of();
        }
        return Expressions.partsOf(expression).flatMap(UsedResults::steps);
    }
}
