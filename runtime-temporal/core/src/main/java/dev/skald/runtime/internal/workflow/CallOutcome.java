package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param <R> what it answers with
 */
sealed interface CallOutcome<R extends @Nullable Object> {

    /** Why it was not done, or is not known to be. */
    default TemporalFailure failure() {
        if (this instanceof Refused<R> refused) {
            return refused.error();
        }
        if (this instanceof NotDone<R> notDone) {
            return notDone.why();
        }
        if (this instanceof LeftOpen<R> leftOpen) {
            return leftOpen.why();
        }
        if (this instanceof Unknown<R> unknown) {
            return unknown.failure();
        }
        throw new IllegalStateException("a call that was done has no failure");
    }

    /**
     * The participant did it.
     *
     * @param result its answer
     */
    record Done<R extends @Nullable Object>(R result) implements CallOutcome<R> {}

    /**
     * The participant said that nothing happened.
     *
     * @param error the declared error, as it crossed the wire
     */
    record Refused<R extends @Nullable Object>(ApplicationFailure error) implements CallOutcome<R> {}

    /**
     * An operator has given up an inner saga, or its undoing: what of it has happened is settled elsewhere.
     *
     * @param why how it ended
     */
    record LeftOpen<R extends @Nullable Object>(TemporalFailure why) implements CallOutcome<R> {}

    /**
     * An operator says that nothing happened, or an inner saga was compensated.
     *
     * @param why who says so, and what the participant was last heard of as its cause
     */
    record NotDone<R extends @Nullable Object>(TemporalFailure why) implements CallOutcome<R> {}

    /**
     * It may have happened or not.
     *
     * @param failure the last that was heard
     */
    record Unknown<R extends @Nullable Object>(TemporalFailure failure) implements CallOutcome<R> {}
}
