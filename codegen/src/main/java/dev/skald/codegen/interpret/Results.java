package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.Action;
import dev.skald.codegen.plan.Actions;
import dev.skald.dsl.model.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which results are there: those of the steps that were done, the events that have come, and behind a loop the
 * lists of what its rounds have bound, were there any or none.
 */
final class Results {

    /** What each variable that is seen behind a block is made of. */
    private final Map<String, Set<String>> madeOf = new HashMap<>();

    private final Set<Result> there = new HashSet<>();

    Results(List<Action> plan) {
        plan.stream()
                .flatMap(action -> Actions.carriedBy(action).stream())
                .forEach(result -> result.from().stream()
                        .flatMap(Optional::stream)
                        .map(Expression.Variable::name)
                        .filter(name -> !name.equals(result.variable()))
                        .forEach(name -> madeOf.computeIfAbsent(result.variable(), any -> new HashSet<>())
                                .add(name)));
    }

    /** The result is there. */
    void add(String variable, int round) {
        there.add(new Result(variable, round));
    }

    /** Whether a variable has a value in that round of a loop, or outside of loops. */
    boolean has(String variable, int round) {
        return there.contains(new Result(variable, round))
                || there.contains(new Result(variable, 0))
                || madeOf.getOrDefault(variable, Set.of()).stream().anyMatch(part -> has(part, round));
    }

    private record Result(String variable, int round) {}
}
