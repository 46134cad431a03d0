package dev.skald.codegen.interpret;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be seen of one run of a saga from outside.
 *
 * @param calls what was asked for, in the order sent; what was sent together is one set, in the order answered
 * @param states the saga's states and moments, one after the other
 * @param steps where each step stood at the end, in the order written; one in a loop once for each round that has begun
 * @param told what the caller was told
 * @param notices what the admin was told about, in the order told; again only where an undo failed again after a retry
 * @param refused the operator's verbs that were refused, and changed nothing
 * @param observed what those were told who want to know of each change of a named state; where the saga does not wait
 *     for them they may not have been told of one that was over by then, but for the last
 */
public record Trace(
        List<Set<Request>> calls,
        List<String> states,
        List<StepSeen> steps,
        Told told,
        List<Request> notices,
        List<Refusal> refused,
        List<String> observed) {

    /** The state that the saga was left in: an end, or one that only an operator leads out of. */
    public String end() {
        return states.get(states.size() - 1);
    }

    /** Where a step stood at the end: of two of one name, in branches that exclude each other, the one that began. */
    public StepState state(String label) {
        return steps.stream()
                .filter(step -> step.label().equals(label))
                .map(StepSeen::state)
                .min(Comparator.comparing(state -> state == StepState.PENDING || state == StepState.SKIPPED))
                .orElseThrow();
    }

    /**
     * A step at the end.
     *
     * @param label its name, and the loop's round where it stands in one
     * @param state where it stood
     */
    public record StepSeen(String label, StepState state) {}

    /**
     * What the caller was told, as soon as it was known.
     *
     * @param state of the saga at that time
     * @param because what went wrong first; empty where nothing did
     */
    public record Told(String state, Optional<Failure> because) {}

    /**
     * Why a saga was not completed.
     *
     * @param what was not done, as far as is known: a step; or the error or the list that ended the saga
     * @param reason how it went wrong
     */
    public record Failure(String what, Reason reason) {

        /** How something went wrong. */
        public enum Reason {
            /** The saga itself ended with that error. */
            FAILED,
            /** The list is longer than the definition allows. */
            TOO_MANY_ROUNDS,
            /** Its participant refused. */
            REFUSED,
            /** Nobody knows whether it happened. */
            UNKNOWN,
            /** An operator said that it did not happen. */
            CONFIRMED_NOT_DONE,
            /** An operator gave the saga up. */
            ABANDONED
        }
    }

    /**
     * A verb that was not allowed.
     *
     * @param request what was stuck
     * @param verb what the operator wanted
     */
    public record Refusal(Request request, Verb verb) {}
}
