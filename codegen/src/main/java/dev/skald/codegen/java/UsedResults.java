package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Statements;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the variables whose values are used: only they are needed in Java. A step's own undo gets its result otherwise.
 */
final class UsedResults {

    private UsedResults() {}

    /** The names of those variables; what is carried out of a block is used in it. */
    static Set<String> of(WorkflowPlan workflow) {
        return Statements.withSources(
                workflow.actions().stream().flatMap(UsedResults::used).collect(Collectors.toSet()),
                workflow.actions().stream()
                        .flatMap(action -> Actions.carriedBy(action).stream())
                        .toList());
    }

    /** Whether the step's undo needs what the step has answered. */
    static boolean inOwnUndo(StepPlan step) {
        return inUndo(step).anyMatch(step.name()::equals);
    }

    private static Stream<String> used(Action action) {
        Stream<String> own = Actions.valuesOf(action).flatMap(UsedResults::in);
        return action instanceof StepPlan step
                ? Stream.concat(own, inUndo(step).filter(name -> !name.equals(step.name())))
                : own;
    }

    private static Stream<String> inUndo(StepPlan step) {
        return step.undoCall().stream()
                .flatMap(undo -> undo.call().arguments().stream())
                .map(Argument::value)
                .flatMap(UsedResults::in);
    }

    private static Stream<String> in(Expression expression) {
        return Expressions.allIn(expression)
                .filter(Expression.Variable.class::isInstance)
                .map(Expression.Variable.class::cast)
                .filter(variable -> variable.origin() == Expression.Variable.Origin.STEP)
                .map(Expression.Variable::name);
    }
}
