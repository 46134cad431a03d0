package dev.skald.runtime.internal.client;

import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * The time between two turns of waiting. A call fails at once where no server is there, and that is no reason to ask
 * again at once; where none will ever be there for this caller, it need not wait at all.
 */
final class Rest {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final WorkflowServiceStubs server;

    Rest(WorkflowServiceStubs server) {
        this.server = server;
    }

    /**
     * Returns when a turn that began then has taken its time, or a second.
     *
     * @param begun by {@link System#nanoTime}
     * @param turn how long the turn was to take
     * @throws IllegalStateException if the connection to the server has been shut down
     * @throws CancellationException if the thread was interrupted; it still is
     */
    void afterTurn(long begun, Duration turn) {
        if (server.isShutdown()) {
            throw new IllegalStateException("the connection to Temporal was shut down");
        }
        Duration time = turn.compareTo(LONGEST) < 0 ? turn : LONGEST;
        long left = begun + time.toNanos() - System.nanoTime();
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, left)).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a saga");
        }
    }
}
