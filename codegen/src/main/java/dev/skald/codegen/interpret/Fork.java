package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.Action;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ways that are gone at the same time: when one of them leaves the flow, nothing new begins in the others. */
final class Fork {

    private final Way owner;
    private final int atOnce;
    private final List<Way> ways = new ArrayList<>();
    private int started;
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
        ways.add(new Way(this, block, round));
    }

    /** The ways that have begun; those that may begin do so now. */
    List<Way> begun() {
        while (canBegin()) {
            started++;
        }
        return List.copyOf(ways.subList(0, started));
    }

    /** Whether another way may begin now. */
    boolean canBegin() {
        long running =
                ways.subList(0, started).stream().filter(way -> !way.isOver()).count();
        return left == null && started < ways.size() && running < atOnce;
    }

    boolean isOver() {
        boolean nothingToBegin = left != null || started == ways.size();
        return nothingToBegin && ways.subList(0, started).stream().allMatch(Way::isOver);
    }

    /** One of its ways leaves the flow, and so do all around it; answers whether it is the first. */
    boolean leave(Leaving how) {
        if (left != null) {
            return false;
        }
        left = how;
        owner.around().ifPresent(around -> around.leave(how));
        return true;
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
