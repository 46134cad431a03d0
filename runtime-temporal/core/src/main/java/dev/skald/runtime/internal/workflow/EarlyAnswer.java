package dev.skald.runtime.internal.workflow;

import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/** What a saga tells its caller; in an eventual saga that is known before the saga is over. */
final class EarlyAnswer {

    // No promise: Temporal complains of a failed one that nobody has asked for.
    private boolean known;
    private @Nullable Object result;
    private @Nullable TemporalFailure failure;

    /** Tells the result. */
    void completed(@Nullable Object result) {
        this.result = result;
        known = true;
    }

    /** Tells why there is none; what was told first counts. */
    void failed(TemporalFailure why) {
        failure = known ? failure : why;
        known = true;
    }

    /** Waits until it is known. */
    @Nullable
    Object await() {
        Workflow.await(() -> known);
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
