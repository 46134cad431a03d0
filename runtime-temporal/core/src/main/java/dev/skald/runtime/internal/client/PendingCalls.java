package dev.skald.runtime.internal.client;

import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import org.jspecify.annotations.Nullable;

/** What the server knows of a call on its way, in words. */
final class PendingCalls {

    private PendingCalls() {}

    static String lastError(PendingActivityInfo call) {
        Failure failure = call.getLastFailure();
        String type = failure.getApplicationFailureInfo().getType();
        return type.isEmpty() ? failure.getMessage() : type + ": " + failure.getMessage();
    }

    static String waitingFor(PendingActivityInfo call, @Nullable String taskQueue) {
        String participant = taskQueue == null ? call.getActivityType().getName() : taskQueue;
        if (call.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED) {
            return "the answer of " + participant;
        }
        return call.hasLastFailure() ? "the next attempt at " + participant : "a worker of " + participant;
    }
}
