package dev.skald.runtime.internal;

import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param <R> what it answers with
 */
sealed interface CallOutcome<R extends @Nullable Object> {

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
     * It may have happened or not.
     *
     * @param failure the last that was heard
     */
    record Unknown<R extends @Nullable Object>(TemporalFailure failure) implements CallOutcome<R> {}
}
