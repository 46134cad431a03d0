package dev.skald.dsl.rule;

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
                Stream.concat(saga.id().stream(), saga.values())
                        .flatMap(Expressions::variablesIn)
                        .map(Expression.Variable::name)
                        .collect(Collectors.toSet()),
                saga.statements()
                        .flatMap(statement -> Statements.carriedBy(statement).stream())
                        .toList());
    }
}
