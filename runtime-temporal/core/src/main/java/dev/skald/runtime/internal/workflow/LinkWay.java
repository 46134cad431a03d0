package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.StepShape;
import io.temporal.workflow.CancellationScope;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** In what the course of a link differs from pattern to pattern. */
sealed interface LinkWay permits AtomicWay, EventualWay, AtOnceWay {

    /** How the link's step is taken. */
    Steps steps();

    /** Whether nothing may be undone any more because a pivot is done. */
    boolean isPastPivot();

    /** Whether the next link has to begin, whatever keeps it from that now. */
    boolean mustGoOn();

    /** Runs the link's body. */
    default @Nullable Object take(Supplier<? extends @Nullable Object> body) {
        return body.get();
    }

    /** Returns when the link's step may begin. */
    default void awaitTurn() {}

    /** What another link's step has answered; empty if it is not taken. */
    default <R> Optional<R> result(StepShape step, Class<R> resultClass, Type resultType) {
        throw new IllegalStateException("the result of step " + step.name()
                + " comes in the envelope: only links that work at the same time wait");
    }

    /** Whether a link that is handed on to need not answer. */
    default boolean leavesNextAlone() {
        return true;
    }

    /** The next link has been started, and this one does not wait for its answer. */
    void handedOn(NextLink<?> next);

    /** Brings the link to where it may end as not completed, at peace with those after it. */
    void settle(StepFailed why, boolean isGivenUp);

    /** Whether the link ends as if its step had never been. */
    boolean isAsIfNothingHappened();

    /** Whether the link tells its ending by a message, because the one before it does not learn it as it closes. */
    default boolean tellsEnding(CancellationScope workflow, boolean answersNobody) {
        return workflow.isCancelRequested() && !answersNobody;
    }

    /** Returns when the saga is over as far as the link has to know. */
    default void awaitFinalWord() {}
}
