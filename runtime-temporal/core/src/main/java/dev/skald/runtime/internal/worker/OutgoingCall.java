package dev.skald.runtime.internal.worker;

import dev.skald.runtime.SagaCall;
import io.temporal.workflow.WorkflowThreadLocal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One activity, or one inner saga, on its way from a saga to the interceptor, which cannot be handed it as an argument:
 * it waits in a workflow-thread local for the moment in which the activity is scheduled.
 */
public final class OutgoingCall {

    private static final WorkflowThreadLocal<@Nullable OutgoingCall> CURRENT = new WorkflowThreadLocal<>();

    private final SagaCall context;
    private @Nullable String activityId;

    public OutgoingCall(SagaCall context) {
        this.context = context;
    }

    public static @Nullable OutgoingCall current() {
        return CURRENT.get();
    }

    /** Runs what schedules the activity. */
    public <T> T send(Supplier<T> scheduling) {
        CURRENT.set(this);
        try {
            return scheduling.get();
        } finally {
            CURRENT.set(null);
        }
    }

    public SagaCall context() {
        return context;
    }

    public void sentAs(String id) {
        activityId = id;
    }

    /**
     * The id of the activity or of the inner saga's workflow; empty if no interceptor has seen it, which means that it
     * went out without its context.
     */
    public Optional<String> activityId() {
        return Optional.ofNullable(activityId);
    }
}
