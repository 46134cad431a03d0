package dev.skald.codegen.plan;

import dev.skald.codegen.plan.StateMachine.State;
import dev.skald.dsl.model.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Assembles a state machine from the moves in it; the states come out in one order, whatever the moves' order was. */
final class StateMachineBuilder {

    private final Map<String, Optional<String>> moments = new LinkedHashMap<>();
    private final Map<String, Set<String>> moves = new LinkedHashMap<>();

    /** Names a moment; one that has a label keeps it. */
    void moment(Step.Moment moment) {
        moments.merge(moment.name(), moment.label(), (first, next) -> first.or(() -> next));
    }

    /** Allows a move. */
    void move(SagaState from, SagaState to) {
        move(from.name(), to.name());
    }

    /** Allows a move; staying where one is, is none. */
    void move(String from, String to) {
        Set<String> successors = moves.computeIfAbsent(from, any -> new LinkedHashSet<>());
        if (!from.equals(to)) {
            successors.add(to);
        }
    }

    /** The machine: where it starts, the moments as written, then the states that every saga has. */
    StateMachine build() {
        List<String> order = order();
        return new StateMachine(order.stream().map(name -> state(name, order)).toList());
    }

    private State state(String name, List<String> order) {
        Set<String> successors = moves.getOrDefault(name, Set.of());
        return new State(
                name,
                moments.getOrDefault(name, Optional.empty()),
                order.stream().filter(successors::contains).toList());
    }

    private List<String> order() {
        Set<String> reached = new LinkedHashSet<>(moves.keySet());
        moves.values().forEach(reached::addAll);
        reached.add(SagaState.RUNNING.name());
        Stream<String> sagaStates = Arrays.stream(SagaState.values()).map(Enum::name);
        return Stream.of(Stream.of(SagaState.RUNNING.name()), moments.keySet().stream(), sagaStates)
                .flatMap(names -> names)
                .distinct()
                .filter(reached::contains)
                .toList();
    }
}
