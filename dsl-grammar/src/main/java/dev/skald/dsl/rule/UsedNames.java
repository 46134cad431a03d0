package dev.skald.dsl.rule;

import dev.skald.dsl.model.Argument;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Expressions;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.Statements;
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
        return Statements.withSources(
                values(saga).flatMap(UsedNames::variables).collect(Collectors.toSet()),
                saga.statements()
                        .flatMap(statement -> Statements.carriedBy(statement).stream())
                        .toList());
    }

    /** The names in one expression. */
    static Stream<String> variables(Expression expression) {
        return Expressions.allIn(expression)
                .filter(Expression.Variable.class::isInstance)
                .map(variable -> ((Expression.Variable) variable).name());
    }

    /** All values that a saga asks for, at the top of each expression. */
    static Stream<Expression> values(Saga saga) {
        Stream<Expression> header =
                Stream.concat(saga.id().stream(), saga.onStateChange().stream().flatMap(UsedNames::arguments));
        Stream<Expression> body = saga.statements()
                .flatMap(
                        statement -> Stream.concat(Statements.valuesOf(statement), Statements.valuesBeside(statement)));
        return Stream.concat(header, body);
    }

    private static Stream<Expression> arguments(Saga.StateChange clause) {
        return clause.call().arguments().stream().map(Argument::value);
    }
}
