package dev.skald.codegen.plan;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What may be true of a saga at one place of its flow.
 *
 * @param at the states that it may be in; none where it never gets there
 * @param committed whether the point of no return may lie behind
 * @param somethingMayBeDone whether there may be something to undo
 * @param somethingIsDone whether there is, on every way to this place
 */
record Situation(Set<String> at, boolean committed, boolean somethingMayBeDone, boolean somethingIsDone) {

    Situation {
        at = Set.copyOf(at);
    }

    /** A saga that has just begun. */
    static Situation atTheBeginning() {
        return new Situation(Set.of(SagaState.RUNNING.name()), false, false, false);
    }

    /** Behind the end of a saga. */
    Situation never() {
        return at(Set.of());
    }

    Situation at(Set<String> states) {
        return new Situation(states, committed, somethingMayBeDone, somethingIsDone);
    }

    /** It may be in that state, too. */
    Situation orAt(SagaState state) {
        Set<String> more = new LinkedHashSet<>(at);
        more.add(state.name());
        return at(more);
    }

    /** This one or the other: two ways come together. */
    Situation or(Situation other) {
        if (at.isEmpty() || other.at.isEmpty()) {
            return at.isEmpty() ? other : this;
        }
        Set<String> states = new LinkedHashSet<>(at);
        states.addAll(other.at);
        return new Situation(
                states,
                committed || other.committed,
                somethingMayBeDone || other.somethingMayBeDone,
                somethingIsDone && other.somethingIsDone);
    }

    /** The step is asked for. */
    Situation asked(boolean commits) {
        return new Situation(at, committed || commits, somethingMayBeDone, somethingIsDone);
    }

    /** Something is done that can be undone. */
    Situation done() {
        return new Situation(at, committed, true, true);
    }
}
