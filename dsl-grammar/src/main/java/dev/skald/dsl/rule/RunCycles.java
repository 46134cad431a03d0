package dev.skald.dsl.rule;

import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import dev.skald.dsl.model.SubSaga;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Finds sagas that run each other in a circle, without a call per saga: a definition may chain thousands of them. */
final class RunCycles {

    /** So many sub-sagas of a cycle are kept; nobody reads more. */
    private static final int LONGEST = 8;

    private final StatementKinds kinds;
    private final Map<DeclaredName, List<Cycle>> found = new HashMap<>();
    private final Map<DeclaredName, Integer> depths = new HashMap<>();
    private final Deque<Visit> open = new ArrayDeque<>();
    private final List<SubSaga> path = new ArrayList<>();

    /** The cycles of that model. */
    RunCycles(SagaModel model, StatementKinds kinds) {
        this.kinds = kinds;
        for (Saga saga : model.sagas()) {
            if (!depths.containsKey(saga.name())) {
                enter(saga);
                visit();
            }
        }
    }

    /** The cycles that are found from that saga: each cycle is found from one of its sagas. */
    List<Cycle> from(Saga saga) {
        return found.getOrDefault(saga.name(), List.of());
    }

    private void visit() {
        while (!open.isEmpty()) {
            Visit visit = open.element();
            if (visit.runs().hasNext()) {
                follow(visit.runs().next());
            } else {
                leave(visit);
            }
        }
    }

    private void follow(SubSaga run) {
        Integer depth = depths.get(run.saga());
        if (depth == null) {
            kinds.inner(run).ifPresent(inner -> {
                path.add(run);
                enter(inner);
            });
        } else if (depth != Visit.DONE) {
            List<SubSaga> circle = path.subList(depth, path.size());
            List<SubSaga> kept = new ArrayList<>(circle.subList(0, Math.min(LONGEST, circle.size())));
            kept.add(run);
            found.computeIfAbsent(run.saga(), name -> new ArrayList<>()).add(new Cycle(kept, circle.size() > LONGEST));
        }
    }

    private void enter(Saga saga) {
        depths.put(saga.name(), path.size());
        open.push(new Visit(
                saga,
                saga.statements()
                        .filter(SubSaga.class::isInstance)
                        .map(SubSaga.class::cast)
                        .toList()
                        .iterator()));
    }

    private void leave(Visit visit) {
        depths.put(visit.saga().name(), Visit.DONE);
        open.pop();
        if (!path.isEmpty()) {
            path.remove(path.size() - 1);
        }
    }

    private record Visit(Saga saga, Iterator<SubSaga> runs) {
        private static final int DONE = -1;
    }

    /**
     * A saga that runs itself in the end.
     *
     * @param runs its sub-saga, the sub-saga of that, and so on; the last one runs the saga itself
     * @param shortened whether there are more before the last one
     */
    record Cycle(List<SubSaga> runs, boolean shortened) {
        Cycle {
            runs = List.copyOf(runs);
        }
    }
}
