package dev.skald.runtime.internal.client;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Where a saga's outcome is to be had.
 *
 * @param <R> the saga's result
 */
interface Results<R extends @Nullable Object> {

    /**
     * Waits for the result.
     *
     * @throws TimeoutException if there is none yet
     * @throws dev.skald.runtime.SagaFailed if the saga said that it was not completed
     * @throws io.temporal.client.WorkflowFailedException if its workflow is closed otherwise
     */
    R within(Duration atMost) throws TimeoutException;
}
