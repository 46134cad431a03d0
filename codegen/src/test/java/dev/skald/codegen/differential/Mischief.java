package dev.skald.codegen.differential;

import dev.skald.codegen.interpret.Outcome;
import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Verb;
import java.util.List;
import java.util.Objects;

/**
 * What goes on between a saga and its participant that no trace shows: answers that get lost, effects behind failures,
 * and requests that come late. Made up anew for each seed, and always the same for one.
 *
 * @param seed 0 for no mischief at all
 */
record Mischief(int seed) {

    /** Whether an answer gets lost, so that the request is delivered once more. */
    boolean losesAnswer(Request request, int round) {
        return seed != 0 && Math.floorMod(hash(request, round), 5) == 0;
    }

    /** Whether the request comes once more after its undo. */
    boolean comesLate(Request request) {
        return seed != 0 && Math.floorMod(hash(request, -1), 2) == 0;
    }

    /**
     * Whether something took effect although it failed. What is refused later did not happen, and what an operator says
     * is true.
     */
    boolean tookEffect(Request request, int round, Script script) {
        List<Verb> verbs = script.verbs().getOrDefault(request, List.of());
        if (verbs.contains(Verb.CONFIRM_DONE)) {
            return true;
        }
        boolean didNotHappen = request.phase() == Phase.DO
                && (verbs.contains(Verb.CONFIRM_NOT_DONE)
                        || script.outcomes().getOrDefault(request, List.of()).contains(Outcome.REFUSED));
        return !didNotHappen && Math.floorMod(hash(request, round), 3) == 0;
    }

    private int hash(Request request, int round) {
        int hash = Objects.hash(seed, request.toString(), round);
        return hash ^ (hash >>> 13) ^ (hash >>> 7);
    }
}
