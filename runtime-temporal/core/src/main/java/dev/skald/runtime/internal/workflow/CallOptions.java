package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** A call's shape in Temporal's terms. */
final class CallOptions {

    private CallOptions() {}

    static ActivityOptions of(CallSite site) {
        CallShape shape = site.shape();
        ActivityOptions.Builder options = ActivityOptions.newBuilder()
                .setTaskQueue(shape.taskQueue())
                .setStartToCloseTimeout(shape.timeout())
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(shape.firstInterval())
                        .setMaximumInterval(shape.longestInterval())
                        .setBackoffCoefficient(shape.factor())
                        .setMaximumAttempts(shape.attempts())
                        .build())
                // The real result is learnt even if the call is cancelled: it may have happened.
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setSummary(site.summary());
        if (shape.heartbeat() != null) {
            options.setHeartbeatTimeout(shape.heartbeat());
        }
        if (shape.limit() != null) {
            options.setScheduleToCloseTimeout(shape.limit());
        } else if (shape.attempts() != CallShape.UNLIMITED) {
            options.setScheduleToCloseTimeout(timeOfAll(shape));
        }
        return options.build();
    }

    /** Attempts are not counted while no worker polls, so a bounded call is bounded in time, too. */
    private static Duration timeOfAll(CallShape shape) {
        Duration all = shape.timeout().multipliedBy(shape.attempts());
        Duration wait = shape.firstInterval();
        for (int waits = 1; waits < shape.attempts(); waits++) {
            Duration bounded = wait.compareTo(shape.longestInterval()) > 0 ? shape.longestInterval() : wait;
            all = all.plus(bounded);
            wait = Duration.ofMillis((long) (bounded.toMillis() * shape.factor()));
        }
        return all;
    }
}
