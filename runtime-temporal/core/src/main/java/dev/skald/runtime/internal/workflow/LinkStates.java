package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.State;
import dev.skald.runtime.StepShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a saga's shape one of its links sees: its own step, and the labels of states, whose order it cannot judge.
 */
final class LinkStates {

    /** How many calls a link may make to tell the saga's state. */
    static final int CALLS_OF_A_LINK = 1000;

    private LinkStates() {}

    static SagaShape shapeOf(SagaShape saga, StepShape own) {
        if (!saga.steps().contains(own)) {
            throw new IllegalStateException("step " + own.name() + " is not among the steps of " + saga.name());
        }
        List<State> states = new ArrayList<>();
        saga.states().forEach(state -> states.add(new AnyNext(state.name(), state.label(), states)));
        SagaShape.Builder shape = SagaShape.of(saga.name(), saga.version())
                .steps(own)
                .undo(saga.undoOrder())
                .states(states.toArray(State[]::new));
        saga.onStateChange().ifPresent(shape::onStateChange);
        return shape.build();
    }

    /** A state that any other may follow. */
    private record AnyNext(String name, String label, List<State> all) implements State {
        @Override
        public Set<State> successors() {
            return new LinkedHashSet<>(all);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof AnyNext state && state.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
