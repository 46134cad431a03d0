package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.Place;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rounds of a {@link SagaRun#eachAtOnce} bring, in whatever order they end.
 *
 * @param <R> what one round brings
 */
public final class EachResult<R> {

    private final SortedMap<Integer, R> results = new TreeMap<>();

    /** Nothing yet. */
    public EachResult() {}

    /**
     * Keeps what a round brings; must be called in that round, once.
     *
     * @param result what it brings
     */
    public void add(R result) {
        results.put(Place.current().index(), result);
    }

    /**
     * What the rounds have brought.
     *
     * @return one for each round, in the order of the list that was gone through
     */
    public List<R> list() {
        return List.copyOf(results.values());
    }
}
