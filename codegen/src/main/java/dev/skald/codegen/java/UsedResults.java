package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.UndoPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import java.util.List;
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
        return operands(expression).stream().flatMap(UsedResults::steps);
    }

    private static List<Expression> operands(Expression expression) {
        if (expression instanceof Expression.FieldAccess access) {
            return List.of(access.target());
        }
        if (expression instanceof Expression.Size size) {
            return List.of(size.target());
        }
        if (expression instanceof Expression.Present present) {
            return List.of(present.value());
        }
        if (expression instanceof Expression.Widened widened) {
            return List.of(widened.value());
        }
        if (expression instanceof Expression.ListOf list) {
            return list.elements();
        }
        if (expression instanceof Expression.Construction construction) {
            return construction.arguments().stream().map(Argument::value).toList();
        }
        if (expression instanceof Expression.Template template) {
            return template.parts();
        }
        if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (expression instanceof Expression.Not not) {
            return List.of(not.operand());
        }
        if (expression instanceof Expression.Negation negation) {
            return List.of(negation.operand());
        }
        return expression instanceof Expression.IsPresent present ? List.of(present.operand()) : List.of();
    }
}
