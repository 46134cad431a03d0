package dev.skald.codegen.interpret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What participants and operators do in one run of a saga.
 *
 * <p>An operator acts only when nothing else moves, and does one thing at a time: about the latest of the steps that
 * are stuck and have a verb left.
 *
 * @param outcomes of the rounds of asking for something, one after the other; from there on it is done
 * @param verbs what the operator does each time that it is stuck; from there on {@link Verb#WAIT}
 * @param facts what is so in this run
 */
public record Script(Map<Request, List<Outcome>> outcomes, Map<Request, List<Verb>> verbs, Facts facts) {

    /** Everything is done at once. */
    public static final Script HAPPY = new Script(Map.of(), Map.of(), Facts.NONE);

    public Script {
        outcomes = copy(outcomes);
        verbs = copy(verbs);
    }

    /** This script, but that asking for {@code request} comes to that. */
    public Script with(Request request, Outcome... rounds) {
        return new Script(and(outcomes, request, List.of(rounds)), verbs, facts);
    }

    /** This script, but that the operator does that about {@code request}. */
    public Script with(Request request, Verb... settlements) {
        return new Script(outcomes, and(verbs, request, List.of(settlements)), facts);
    }

    /** This script, in a run in which that is so. */
    public Script with(Facts others) {
        return new Script(outcomes, verbs, others);
    }

    private static <T> Map<Request, List<T>> and(Map<Request, List<T>> map, Request request, List<T> list) {
        Map<Request, List<T>> copy = new LinkedHashMap<>(map);
        copy.put(request, list);
        return copy;
    }

    private static <T> Map<Request, List<T>> copy(Map<Request, List<T>> map) {
        return map.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
