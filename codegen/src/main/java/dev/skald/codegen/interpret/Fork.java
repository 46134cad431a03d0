package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ways that are gone at the same time: when one of them leaves the flow, nothing new begins in the others. */
final class Fork {

    private final Way owner;
    private final int atOnce;
    private final List<Way> ways = new ArrayList<>();

    /** The ways that each must see over before it begins. */
    private final Map<Way, List<Way>> awaited = new HashMap<>();

    private final List<Way> started = new ArrayList<>();
    private @Nullable Leaving left;

    /**
     * No ways yet.
     *
     * @param owner the way that has split up
     * @param atOnce how many of its ways are gone at the same time at most
     */
    Fork(Way owner, int atOnce) {
        this.owner = owner;
        this.atOnce = atOnce;
    }

    Way owner() {
        return owner;
    }

    /** Another way. */
    void add(List<Action> block, int round) {
        add(block, round, List.of());
    }

    /** Another way, that begins when those are over. */
    Way add(List<Action> block, int round, List<Way> before) {
        Way way = new Way(this, block, round);
        ways.add(way);
        awaited.put(way, before);
        return way;
    }

    /** The ways that have begun, as written; those that may begin do so now. */
    List<Way> begun() {
        for (Way way = next(); way != null; way = next()) {
            way.beginBehind(pastOf(awaitedBy(way)));
            started.add(way);
        }
        return ways.stream().filter(started::contains).toList();
    }

    /** Whether another way may begin now. */
    boolean canBegin() {
        return next() != null;
    }

    private @Nullable Way next() {
        long running = started.stream().filter(way -> !way.isOver()).count();
        return left != null || running >= atOnce
                ? null
                : ways.stream()
                        .filter(way -> !started.contains(way))
                        .filter(way -> awaitedBy(way).stream().allMatch(Way::isOver))
                        .findFirst()
                        .orElse(null);
    }

    boolean isOver() {
        boolean nothingToBegin = left != null || started.size() == ways.size();
        return nothingToBegin && started.stream().allMatch(Way::isOver);
    }

    private List<Way> awaitedBy(Way way) {
        return awaited.getOrDefault(way, List.of());
    }

    /** What is behind whoever waits for all of its ways. */
    Set<Task> past() {
        return pastOf(ways);
    }

    private Set<Task> pastOf(List<Way> some) {
        return some.isEmpty()
                ? owner.past()
                : some.stream().flatMap(way -> way.past().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** One of its ways leaves the flow, and so will those around it; answers whether it is the first of all. */
    boolean leave(Leaving how) {
        boolean first = left == null;
        left = first ? how : left;
        return owner.around().map(around -> around.leave(how)).orElse(first) && first;
    }

    @Nullable
    Leaving left() {
        return left;
    }

    /** Whether nothing new may begin here. */
    boolean isLeft() {
        return left != null || owner.around().filter(Fork::isLeft).isPresent();
    }

    /** How a flow is left before its end. */
    enum Leaving {
        /** What was done is to be undone. */
        NOT_COMPLETED,
        /** An operator has given the saga up. */
        ABANDONED
    }
}
