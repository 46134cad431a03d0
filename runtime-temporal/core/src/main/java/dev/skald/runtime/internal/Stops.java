package dev.skald.runtime.internal;

import dev.skald.runtime.SagaShape;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may stop a saga before its pivot is asked: Temporal's cancel and the saga's deadline. Neither interrupts the
 * flow; each is noted, the running call is asked to end, and the flow looks for it when that call has ended.
 */
public final class Stops {

    /** The failure type of a saga whose time was over. */
    public static final String DEADLINE = "dev.skald.DeadlineExceeded";

    /** The failure type of a saga that was cancelled. */
    public static final String CANCELLED = "dev.skald.Cancelled";

    private final Set<CancellationScope> running = new LinkedHashSet<>();
    private @Nullable ApplicationFailure noted;
    private @Nullable ApplicationFailure deadline;
    private boolean closed;

    /** Begins to note what happens; must be called in the workflow's own scope for Temporal's cancel to be heard. */
    void hearCancel() {
        CancellationScope.current().getCancellationRequest().thenApply(reason -> {
            note(failure(CANCELLED, reason == null || reason.isEmpty() ? "cancelled" : "cancelled: " + reason));
            return reason;
        });
    }

    /** Starts the deadline's clock; must be called in a scope that Temporal's cancel does not reach. */
    void startClock(SagaShape saga, Runnable whenLate) {
        saga.deadline().ifPresent(limit -> startClock(limit, whenLate));
    }

    private void startClock(Duration limit, Runnable whenLate) {
        TimerOptions options = TimerOptions.newBuilder().setSummary("deadline").build();
        Workflow.newTimer(limit, options).thenApply(fired -> {
            deadline = failure(DEADLINE, "not completed within its deadline of " + limit);
            note(deadline);
            whenLate.run();
            return limit;
        });
    }

    private void note(ApplicationFailure reason) {
        if (closed || noted != null) {
            return;
        }
        noted = reason;
        List.copyOf(running).forEach(scope -> scope.cancel(reason.getOriginalMessage()));
    }

    /** A call begins that is to be interrupted. */
    void begins(CancellationScope call) {
        running.add(call);
    }

    /** A call has ended. */
    void ends(CancellationScope call) {
        running.remove(call);
    }

    /** From now on nothing stops the saga: the pivot is asked, or it is compensated already. */
    void close() {
        closed = true;
    }

    /** Why the saga is to be stopped, if it is. */
    Optional<ApplicationFailure> noted() {
        return Optional.ofNullable(noted);
    }

    /** That the deadline is over, if it is. */
    Optional<ApplicationFailure> deadline() {
        return Optional.ofNullable(deadline);
    }

    private static ApplicationFailure failure(String type, String message) {
        return ApplicationFailure.newBuilder()
                .setType(type)
                .setMessage(message)
                .setNonRetryable(true)
                .build();
    }
}
