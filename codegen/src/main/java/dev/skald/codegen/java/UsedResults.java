package dev.skald.codegen.java;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.plan.SubSagaPlan;
import dev.skald.codegen.plan.WorkflowPlan;
import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Statement.Carried;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        Set<String> used =
                workflow.actions().stream().flatMap(UsedResults::used).collect(Collectors.toCollection(HashSet::new));
        List<Carried> carried = workflow.actions().stream()
                .flatMap(action -> Actions.carriedBy(action).stream())
                .toList();
        boolean more = true;
        while (more) {
            more = used.addAll(carried.stream()
                    .filter(result -> used.contains(result.variable()))
                    .flatMap(result -> result.from().stream().flatMap(Optional::stream))
                    .map(Expression.Variable::name)
                    .toList());
        }
        return Set.copyOf(used);
    }

    /** Whether the step's undo needs what the step has answered. */
    static boolean inOwnUndo(StepPlan step) {
        return inUndo(step).anyMatch(step.name()::equals);
    }

    private static Stream<String> used(Action action) {
        if (action instanceof StepPlan step) {
            return Stream.concat(
                    in(step.call().call().arguments()), inUndo(step).filter(name -> !name.equals(step.name())));
        }
        if (action instanceof SubSagaPlan run) {
            return in(run.arguments());
        }
        if (action instanceof Action.Fail fail) {
            return in(fail.arguments());
        }
        if (action instanceof Action.Choice choice) {
            return in(choice.condition());
        }
        if (action instanceof Action.Loop loop) {
            return in(loop.in());
        }
        return action instanceof Action.Return result ? in(result.value()) : Stream.empty();
    }

    private static Stream<String> inUndo(StepPlan step) {
        return step.undoCall().stream().flatMap(undo -> in(undo.call().arguments()));
    }

    private static Stream<String> in(List<Argument> arguments) {
        return arguments.stream().map(Argument::value).flatMap(UsedResults::in);
    }

    private static Stream<String> in(Expression expression) {
        if (expression instanceof Expression.Variable variable) {
            return variable.origin() == Expression.Variable.Origin.STEP ? Stream.of(variable.name()) : Stream.of();
        }
        return Expressions.partsOf(expression).flatMap(UsedResults::in);
    }
}
