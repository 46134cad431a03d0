package dev.skald.codegen.java;

import dev.skald.dsl.model.Call;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Operation;
import dev.skald.dsl.model.Participant;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.Step;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sagas of a model call operations for: to do a step, or to undo one. */
final class OperationUses {

    private final Set<Key> doing;
    private final Set<Key> undoing;

    private OperationUses(Set<Key> doing, Set<Key> undoing) {
        this.doing = doing;
        this.undoing = undoing;
    }

    static OperationUses of(SagaModel model) {
        return new OperationUses(
                keys(Stream.concat(steps(model).map(Step::call), tellings(model))),
                keys(steps(model).flatMap(step -> step.undo().stream()).map(undo -> undo.call())));
    }

    /** An operation that no saga calls is there to do something. */
    Use of(Participant participant, Operation operation) {
        Key key = new Key(participant.name(), operation.name());
        boolean undoes = undoing.contains(key);
        return new Use(doing.contains(key) || !undoes, undoes);
    }

    private static Stream<Call> tellings(SagaModel model) {
        return model.sagas().stream().flatMap(saga -> saga.onStateChange().map(Saga.StateChange::call).stream());
    }

    private static Stream<Step> steps(SagaModel model) {
        return model.sagas().stream().flatMap(saga -> saga.steps().stream());
    }

    private static Set<Key> keys(Stream<Call> calls) {
        return calls.map(call ->
                        new Key(call.participant().name(), call.operation().name()))
                .collect(Collectors.toSet());
    }

    /**
     * What an operation is called for.
     *
     * @param does to do a step
     * @param undoes to undo one
     */
    record Use(boolean does, boolean undoes) {}

    private record Key(DeclaredName participant, String operation) {}
}
