package dev.skald.dsl.rule;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expression.Variable.Origin;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import java.util.List;
import java.util.stream.Stream;

/** Which results of steps a call, or a statement, needs. */
final class UsedVariables {

    private UsedVariables() {}

    /** The names of what a statement itself uses, with its undo and its probe; not what its blocks use. */
    static Stream<String> in(Statement statement) {
        return Stream.concat(Statements.valuesOf(statement), Statements.valuesBeside(statement))
                .flatMap(UsedVariables::steps)
                .map(Expression.Variable::name);
    }

    /** Each argument that uses the result of a step, with the steps' names. */
    static List<Use> in(Call call) {
        return call.arguments().stream()
                .flatMap(argument -> steps(argument.value())
                        .distinct()
                        .map(step -> new Use(step.name(), step.origin() == Origin.MISSING, argument)))
                .toList();
    }

    private static Stream<Expression.Variable> steps(Expression expression) {
        return Expressions.variablesIn(expression)
                .filter(variable -> variable.origin() == Origin.STEP || variable.origin() == Origin.MISSING);
    }

    /**
     * That an argument uses the result of a step.
     *
     * @param step whose result
     * @param missing whether it may not be there
     * @param argument the argument
     */
    record Use(String step, boolean missing, Argument argument) {}
}
