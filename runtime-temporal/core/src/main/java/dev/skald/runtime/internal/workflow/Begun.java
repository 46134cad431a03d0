package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowThreadLocal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that was begun and that nobody has waited for yet: once those that it comes after are done, it is taken in a
 * coroutine of its own.
 *
 * @param <R> the operation's result
 */
public final class Begun<R extends @Nullable Object> {

    private static final WorkflowThreadLocal<@Nullable Begun<?>> CURRENT = new WorkflowThreadLocal<>();

    private final String name;
    private final Branches group;
    private final List<Begun<?>> after;
    private Optional<Answer<R>> answer = Optional.empty();
    private Set<StepEntry> past = Set.of();

    Begun(String name, Branches group, List<Begun<?>> after) {
        this.name = name;
        this.group = group;
        this.after = List.copyOf(after);
    }

    /** Takes the step, in its own coroutine, unless there is a reason to leave the flow before it may begin. */
    void take(Taking<R> step, Stops stops) {
        CURRENT.set(this);
        Place here = Place.current();
        Workflow.await(() ->
                after.stream().allMatch(Begun::isDone) || stops.whyLeave(here).isPresent());
        if (!after.stream().allMatch(Begun::isDone)) {
            throw stops.whyLeave(here).orElseThrow();
        }
        Strand strand = Strand.current();
        strand.comesAfter(after.stream().map(earlier -> earlier.past).toList());
        R result = step.take();
        past = strand.past();
        answer = Optional.of(new Answer<>(result));
    }

    private boolean isDone() {
        return answer.isPresent();
    }

    /**
     * What the participant answered.
     *
     * @return the result
     * @throws IllegalStateException where the step need not be done: it is neither joined, nor does the step that asks
     *     come after it
     */
    public R result() {
        Begun<?> asking = CURRENT.get();
        boolean waitedFor = group.isOver() || (asking != null && asking.comesAfter(this));
        if (!waitedFor || answer.isEmpty()) {
            throw new IllegalStateException(
                    "the result of step " + name + " is asked for where nobody has waited for it");
        }
        return answer.get().result();
    }

    private boolean comesAfter(Begun<?> other) {
        return after.contains(other) || after.stream().anyMatch(earlier -> earlier.comesAfter(other));
    }

    /**
     * Takes a step.
     *
     * @param <R> the operation's result
     */
    interface Taking<R extends @Nullable Object> {
        R take();
    }

    /**
     * What the participant answered, which may be nothing.
     *
     * @param result the result
     */
    private record Answer<R extends @Nullable Object>(R result) {}
}
