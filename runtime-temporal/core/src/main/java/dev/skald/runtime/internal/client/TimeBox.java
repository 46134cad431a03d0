package dev.skald.runtime.internal.client;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Bounds the calls to the server that Temporal's client makes by itself, and would repeat for as long as it takes. */
final class TimeBox {

    private TimeBox() {}

    /** Runs the calls; those that are under way when the time is over fail with {@code DEADLINE_EXCEEDED}. */
    static <T> T within(Duration time, Supplier<T> calls) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Context.CancellableContext context =
                Context.current().withDeadlineAfter(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS, clock)) {
            Context before = context.attach();
            try {
                return calls.get();
            } finally {
                context.detach(before);
            }
        } finally {
            clock.shutdownNow();
        }
    }
}
