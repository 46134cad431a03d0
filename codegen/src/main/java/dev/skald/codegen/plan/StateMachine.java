package dev.skald.codegen.plan;

import java.util.List;
import java.util.Optional;

/**
 * The states that a saga can be in as seen from outside, and what may follow each.
 *
 * @param states every state that can be reached, each once; the first is the one it starts in
 */
public record StateMachine(List<State> states) {

    public StateMachine {
        states = List.copyOf(states);
    }

    /**
     * One state.
     *
     * @param name its name, a {@link SagaState} or a moment of the definition
     * @param label its wording for people, where the definition gives one
     * @param successors the names of the states that may follow; empty where it is an end
     */
    public record State(String name, Optional<String> label, List<String> successors) {

        public State {
            successors = List.copyOf(successors);
        }
    }
}
