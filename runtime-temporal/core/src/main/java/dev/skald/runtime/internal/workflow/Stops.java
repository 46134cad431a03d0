package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What may stop a saga before its pivot is asked: a cancel, Temporal's own too, and the saga's deadline. None
 * interrupts the flow; each is noted, the running call is asked to end, and the flow looks for it when that call has
 * ended.
 */
public final class Stops implements Interruptible {

    /** The failure type of a saga whose time was over. */
    public static final String DEADLINE = "dev.skald.DeadlineExceeded";

    /** The failure type of a saga that was cancelled. */
    public static final String CANCELLED = "dev.skald.Cancelled";

    private final RunningCalls running = new RunningCalls();
    private @Nullable ApplicationFailure noted;
    private @Nullable ApplicationFailure deadline;
    private @Nullable String closed;
    private @Nullable Consumer<ApplicationFailure> whenClosed;

    /** Begins to note what happens; must be called in the workflow's own scope for Temporal's cancel to be heard. */
    void hearCancel() {
        CancellationScope.current().getCancellationRequest().thenApply(reason -> {
            cancel(reason);
            return reason;
        });
    }

    /**
     * Somebody wants the saga to stop.
     *
     * @param reason why, or null
     */
    public void cancel(@Nullable String reason) {
        note(failure(CANCELLED, reason == null || reason.isEmpty() ? "cancelled" : "cancelled: " + reason));
    }

    /** The saga is to stop for a reason that is known elsewhere. */
    void stop(ApplicationFailure reason) {
        note(reason);
    }

    /** Whether a cancel or the deadline may still stop the saga. */
    boolean isOpen() {
        return closed == null;
    }

    /** Why a cancel would change nothing now; empty if it stops the saga. */
    Optional<String> whyNot() {
        return Optional.ofNullable(whenClosed == null ? closed : null)
                .or(() -> noted().map(reason -> "it stops already (" + reason.getOriginalMessage() + ")"));
    }

    /** Starts the deadline's clock; must be called in a scope that Temporal's cancel does not reach. */
    void startClock(SagaShape saga, Runnable whenLate) {
        saga.deadline().ifPresent(limit -> startClock(limit, whenLate));
    }

    private void startClock(Duration limit, Runnable whenLate) {
        TimerOptions options = TimerOptions.newBuilder().setSummary("deadline").build();
        Workflow.newTimer(limit, options).thenApply(fired -> {
            late(limit);
            whenLate.run();
            return limit;
        });
    }

    /**
     * The saga's time is over. Public, as {@link #cancel} is, because Temporal's lambdas can be serialized.
     *
     * @param limit how much it had
     */
    public void late(Duration limit) {
        deadline = failure(DEADLINE, "not completed within its deadline of " + limit);
        note(deadline);
    }

    /** From now on what comes too late to stop this part of a saga may stop another; null if it may not. */
    void passOn(@Nullable Consumer<ApplicationFailure> whenClosed) {
        this.whenClosed = whenClosed;
    }

    private void note(ApplicationFailure reason) {
        if (closed != null && noted == null && whenClosed != null) {
            whenClosed.accept(reason);
        }
        if (closed != null || noted != null) {
            return;
        }
        noted = reason;
        running.interrupt(reason.getOriginalMessage());
    }

    @Override
    public void begins(CancellationScope call) {
        running.begins(call);
    }

    @Override
    public void ends(CancellationScope call) {
        running.ends(call);
    }

    /** From now on nothing stops the saga, for that reason: it is compensated already, for instance. */
    void close(String why) {
        closed = why;
    }

    /** From now on nothing stops the saga because its pivot is asked. */
    void closePastPivot() {
        close("it is past its pivot");
    }

    /** Why the saga is to be stopped, if it is. */
    Optional<ApplicationFailure> noted() {
        return Optional.ofNullable(noted);
    }

    /**
     * Why the flow is left at a place before the pivot, if it is: the saga is stopped, or a sibling branch has failed.
     */
    Optional<RuntimeException> whyLeave(Place place) {
        Optional<RuntimeException> stopped = noted().map(StepFailed::fault);
        Siblings siblings = place.siblings();
        return stopped.isPresent() || siblings == null ? stopped : siblings.whyLeft();
    }

    /** Leaves the flow if there is a reason to at the place where this is called. */
    void goOnUnlessStopped() {
        whyLeave(Place.current()).ifPresent(why -> {
            throw why;
        });
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
