package dev.skald.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a caller has who waited for a saga only so long.
 *
 * @param <R> the saga's result
 */
public sealed interface Outcome<R extends @Nullable Object> {

    /**
     * The saga was completed in time.
     *
     * @param result its result
     * @param <R> the saga's result
     */
    record Done<R extends @Nullable Object>(R result) implements Outcome<R> {}

    /**
     * The saga is still on its way.
     *
     * @param handle to ask and to wait again
     * @param <R> the saga's result
     */
    record Pending<R extends @Nullable Object>(SagaHandle<R> handle) implements Outcome<R> {}
}
