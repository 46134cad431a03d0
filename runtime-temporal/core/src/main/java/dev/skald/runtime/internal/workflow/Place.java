package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.WorkflowThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * Where in a saga's flow a coroutine is: in which round of its loops, and among which branches. Each coroutine has a
 * place of its own, so that loops in branches and rounds that run at once do not mix.
 *
 * @param iteration the number of the round over all loops around it, counted from 1; 0 outside of loops
 * @param index which element of the innermost loop's list it is, counted from 0
 * @param siblings the branches that run at the same time, or null where there are none
 */
public record Place(int iteration, int index, @Nullable Siblings siblings) {

    private static final WorkflowThreadLocal<@Nullable Place> CURRENT = new WorkflowThreadLocal<>();
    private static final Place OUTSIDE = new Place(0, 0, null);

    /**
     * The place of the coroutine that asks.
     *
     * @return its place
     */
    public static Place current() {
        Place current = CURRENT.get();
        return current == null ? OUTSIDE : current;
    }

    /** The coroutine is here from now on. */
    void enter() {
        CURRENT.set(this);
    }

    /** The place of a round of a loop that is here; rounds of loops within loops have one number over all. */
    Place round(int index, int max) {
        int number = Math.max(iteration - 1, 0) * max + index + 1;
        return new Place(number, index, siblings);
    }

    /** The highest number that a round of a loop may have that is here. */
    long highest(int max) {
        return (long) Math.max(iteration, 1) * max;
    }

    /** The same place among branches. */
    Place among(Siblings branches) {
        return new Place(iteration, index, branches);
    }
}
