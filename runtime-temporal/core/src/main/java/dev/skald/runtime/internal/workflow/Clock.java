package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.Texts;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for a time to pass, or for something that comes before. */
final class Clock {

    private Clock() {}

    /**
     * Waits until the time has passed or there is a reason not to wait any longer; costs nothing where there is one
     * already.
     *
     * @param time how long to wait at most
     * @param summary what Temporal's Web UI shows for the timer
     * @param reason whether there is a reason
     */
    static void await(Duration time, String summary, Supplier<Boolean> reason) {
        if (reason.get()) {
            return;
        }
        AtomicReference<@Nullable Promise<Void>> started = new AtomicReference<>();
        TimerOptions options = TimerOptions.newBuilder()
                .setSummary(Texts.cut(summary, Texts.SUMMARY_BYTES))
                .build();
        CancellationScope clock = Workflow.newCancellationScope(() -> started.set(Workflow.newTimer(time, options)));
        clock.run();
        Promise<Void> timer = started.get();
        if (timer == null) {
            throw new IllegalStateException("no timer was started");
        }
        Workflow.await(() -> timer.isCompleted() || reason.get());
        if (!timer.isCompleted()) {
            clock.cancel();
        }
    }
}
