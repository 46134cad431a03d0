package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.WorkflowPlan;
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
        return Actions.valuesBeside(step).flatMap(UsedResults::in).anyMatch(step.name()::equals);
    }

    private static Stream<String> used(Action action) {
        Stream<String> own = Actions.valuesOf(action).flatMap(UsedResults::in);
        Stream<String> inUndo = Actions.valuesBeside(action).flatMap(UsedResults::in);
        return Stream.concat(
                own, inUndo.filter(name -> !(action instanceof StepPlan step && name.equals(step.name()))));
    }

    private static Stream<String> in(Expression expression) {
        return Expressions.variablesIn(expression)
                .filter(variable -> variable.origin() == Expression.Variable.Origin.STEP)
                .map(Expression.Variable::name);
    }
}
