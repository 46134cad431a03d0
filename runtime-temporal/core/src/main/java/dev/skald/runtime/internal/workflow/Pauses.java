package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.internal.wire.Texts;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pauses between one round of asking and the next: each twice as long as the one before, at most a day. */
final class Pauses {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final String summary;
    private Duration next;

    Pauses(CallShape call, String what) {
        this.next = call.firstInterval();
        this.summary = Texts.cut("ask again: " + what, Texts.SUMMARY_BYTES);
    }

    /** Waits for the next pause to pass, or until there is a reason not to. */
    void pauseUnless(Supplier<Boolean> reason) {
        AtomicReference<@Nullable Promise<Void>> started = new AtomicReference<>();
        CancellationScope clock = Workflow.newCancellationScope(() -> started.set(Workflow.newTimer(
                next, TimerOptions.newBuilder().setSummary(summary).build())));
        clock.run();
        Promise<Void> timer = started.get();
        if (timer == null) {
            throw new IllegalStateException("no timer was started");
        }
        Workflow.await(() -> timer.isCompleted() || reason.get());
        if (!timer.isCompleted()) {
            clock.cancel();
        }
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
