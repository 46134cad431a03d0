package dev.skald.codegen.interpret;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left of a script. */
final class Cursor {

    private final Map<Request, Deque<Outcome>> outcomes = new HashMap<>();
    private final Map<Request, Deque<Verb>> verbs = new HashMap<>();

    Cursor(Script script) {
        fill(outcomes, script.outcomes());
        fill(verbs, script.verbs());
    }

    /** What the next round of asking comes to. */
    Outcome outcome(Request request) {
        return next(outcomes, request, Outcome.DONE);
    }

    /** What the operator does about it now that it is stuck. */
    Verb verb(Request request) {
        return next(verbs, request, Verb.WAIT);
    }

    /** Whether the operator does anything about it now. */
    boolean hasVerb(Request request) {
        Deque<Verb> left = verbs.get(request);
        return left != null && !left.isEmpty() && left.element() != Verb.WAIT;
    }

    private static <T> T next(Map<Request, Deque<T>> queues, Request request, T otherwise) {
        Deque<T> queue = queues.get(request);
        return queue == null || queue.isEmpty() ? otherwise : queue.remove();
    }

    private static <T> void fill(Map<Request, Deque<T>> queues, Map<Request, List<T>> lists) {
        lists.forEach((request, list) -> queues.put(request, new ArrayDeque<>(list)));
    }
}
