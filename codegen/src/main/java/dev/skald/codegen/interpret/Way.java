package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.Action;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way through a flow: the whole saga's, or that of a branch or round that runs beside others. */
final class Way {

    private final @Nullable Fork around;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Set<Task> past = Set.of();
    private @Nullable Fork fork;
    private boolean waits;
    private boolean over;

    /**
     * A way at its beginning.
     *
     * @param around the fork that it is a part of; null for the whole saga
     * @param round the loop's round that it is in, 0 outside of loops
     */
    Way(@Nullable Fork around, List<Action> block, int round) {
        this.around = around;
        enter(block, round);
    }

    /** The way begins behind those. */
    void beginBehind(Set<Task> tasks) {
        past = Set.copyOf(tasks);
    }

    /** What is to be undone and was waited for on this way: those that nothing of it has waited for yet. */
    Set<Task> past() {
        return past;
    }

    /** That is done, or may be, behind all that was. */
    void passes(Task task) {
        past = Set.of(task);
    }

    Optional<Fork> around() {
        return Optional.ofNullable(around);
    }

    /** What it has split up into. */
    Optional<Fork> fork() {
        return Optional.ofNullable(fork);
    }

    /** The round of the innermost loop. */
    int round() {
        return blocks.isEmpty() ? 0 : blocks.element().round();
    }

    /** Goes on with a block, and then with what stands behind it. */
    void enter(List<Action> block, int round) {
        blocks.push(new Block(block.iterator(), round, () -> {}));
    }

    /** That happens once what is entered from now on is over, in the round that the way is in now. */
    void behind(Runnable what) {
        blocks.push(new Block(Collections.emptyIterator(), round(), what));
    }

    /** Does a block once for each element of a list. */
    void goRound(List<Action> block, int size, int max) {
        int outer = round();
        for (int index = size; index >= 1; index--) {
            enter(block, number(outer, index, max));
        }
    }

    /** The number of a loop's round within a round of the loop around it. */
    static int number(int outer, int index, int max) {
        return outer == 0 ? index : (outer - 1) * max + index;
    }

    /** Splits up until all of the fork's ways are over. */
    void split(Fork into) {
        fork = into;
    }

    void join() {
        if (fork != null) {
            past = fork.past();
        }
        fork = null;
    }

    /** Waits for an answer. */
    void waits() {
        waits = true;
    }

    void answered() {
        waits = false;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Whether there may be something to do. */
    boolean isFree() {
        return !over && !waits && fork == null;
    }

    /** What is to be done now; empty at the end. */
    Optional<Action> next() {
        while (!blocks.isEmpty() && !blocks.element().actions().hasNext()) {
            blocks.pop().behind().run();
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(blocks.element().actions().next());
    }

    private record Block(Iterator<Action> actions, int round, Runnable behind) {}
}
