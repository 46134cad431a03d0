package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.State;
import io.temporal.workflow.Workflow;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Where a saga stands in its definition's own state machine. An illegal move is logged and made: an exception would
 * block the saga for ever, and what happened has happened.
 */
final class Moves {

    private static final Logger LOG = Workflow.getLogger(Moves.class);

    private final String saga;
    private final Map<String, State> states;
    private String current = SagaState.RUNNING.name();

    Moves(SagaShape shape) {
        this.saga = shape.name();
        this.states = shape.states().stream().collect(Collectors.toUnmodifiableMap(State::name, state -> state));
    }

    /** Whether a state's name is one that the definition gives to a moment, and not that of a state of every saga. */
    static boolean isMoment(String state) {
        return Arrays.stream(SagaState.values()).noneMatch(any -> any.name().equals(state));
    }

    /** Makes a move; false if it is none. */
    boolean to(String next) {
        if (next.equals(current)) {
            return false;
        }
        if (!states.isEmpty() && !isLegal(next)) {
            LOG.warn("{} moved from {} to {}, which its definition does not allow", saga, current, next);
        }
        current = next;
        return true;
    }

    /** The definition's name for the present moment, if it is one that the definition names. */
    Optional<String> moment() {
        return isMoment(current) ? Optional.of(current) : Optional.empty();
    }

    /** What people call the present moment, if it is one that the definition names. */
    Optional<String> label() {
        return moment().map(name -> {
            State state = states.get(name);
            return state == null ? name : state.label();
        });
    }

    private boolean isLegal(String next) {
        State from = states.get(current);
        return from != null
                && from.successors().stream().anyMatch(state -> state.name().equals(next));
    }
}
