package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.StepShape;
import io.temporal.failure.TemporalFailure;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps that run at the same time because nothing between them says otherwise: what a coroutine begins belongs to one
 * group until the coroutine waits for all of it.
 */
public final class Groups {

    private final Steps steps;
    private final Stops stops;
    private final Supplier<Branches> branches;

    /**
     * The groups of a saga.
     *
     * @param steps takes the steps
     * @param stops what may stop the saga
     * @param branches makes a group at the place where its first step is begun
     */
    Groups(Steps steps, Stops stops, Supplier<Branches> branches) {
        this.steps = steps;
        this.stops = stops;
        this.branches = branches;
    }

    /**
     * Begins a step and does not wait for it.
     *
     * @param shape the step
     * @param work generated code that does the step and undoes it
     * @param after the steps that have to be done before
     * @param <R> the operation's result
     * @return the step that was begun
     */
    public <R extends @Nullable Object> Begun<R> begin(StepShape shape, StepWork<R> work, List<Begun<?>> after) {
        Branches group = Strand.current().begun(branches);
        Begun<R> begun = new Begun<>(shape.name(), group, after);
        group.start(() -> begun.take(() -> steps.take(shape, work), stops));
        return begun;
    }

    /** Returns when all that this coroutine has begun is done, or leaves the flow. */
    public void join() {
        Strand.current().takeBegun().ifPresent(Branches::join);
    }

    /** Runs the body of a coroutine: whatever it has begun is over when this is. */
    static <R extends @Nullable Object> R whole(Supplier<R> body) {
        try {
            R result = body.get();
            Strand.current().requireJoined();
            return result;
        } catch (StepFailed | DeclaredError | Abandoned | TemporalFailure left) {
            Strand.current().takeBegun().ifPresent(begun -> begun.leave(left));
            throw left;
        }
    }
}
