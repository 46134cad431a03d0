package dev.skald.dsl.rule;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.Compensation;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statement;
import dev.skald.dsl.model.Statements;
import dev.skald.dsl.model.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which variables of a saga something uses, by name: a value, an undo, a probe, or a block's result that is used in
 * turn. A name stands for all that is called so in different branches.
 */
final class UsedNames {

    private UsedNames() {}

    /** The names in the whole saga. */
    static Set<String> in(Saga saga) {
        Set<String> used = values(saga).flatMap(UsedNames::variables).collect(Collectors.toCollection(HashSet::new));
        List<Statement.Carried> carried = saga.statements()
                .flatMap(statement -> Statements.carriedBy(statement).stream())
                .toList();
        while (carried.stream()
                .filter(result -> used.contains(result.variable()))
                .map(result -> used.addAll(result.from().stream()
                        .flatMap(from -> from.map(Expression.Variable::name).stream())
                        .toList()))
                .reduce(false, Boolean::logicalOr)) {
            // Until nothing is added.
        }
        return used;
    }

    /** The names in one expression. */
    static Stream<String> variables(Expression expression) {
        Stream<String> own =
                expression instanceof Expression.Variable variable ? Stream.of(variable.name()) : Stream.empty();
        return Stream.concat(own, Expressions.partsOf(expression).flatMap(UsedNames::variables));
    }

    /** All values that a saga asks for, at the top of each expression. */
    static Stream<Expression> values(Saga saga) {
        Stream<Expression> header =
                Stream.concat(saga.id().stream(), saga.onStateChange().stream().flatMap(UsedNames::arguments));
        Stream<Expression> body = saga.statements()
                .flatMap(statement -> Stream.concat(Statements.valuesOf(statement), besides(statement)));
        return Stream.concat(header, body);
    }

    /** What the undo and the probe of a step ask for. */
    private static Stream<Expression> besides(Statement statement) {
        return statement instanceof Step step
                ? Stream.concat(
                                step.undo().map(Compensation.Undo::call).stream(),
                                step.unknownClause().flatMap(Step.UnknownClause::probe).stream())
                        .flatMap(UsedNames::arguments)
                : Stream.empty();
    }

    private static Stream<Expression> arguments(Call call) {
        return call.arguments().stream().map(Argument::value);
    }
}
