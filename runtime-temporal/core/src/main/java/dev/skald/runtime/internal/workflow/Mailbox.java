package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Keeps what comes for a saga from outside until it is waited for. The first counts; what comes after that, or when
 * nobody waits for it any more, is logged and dropped.
 *
 * @param <T> what comes
 */
public final class Mailbox<T> {

    private static final Logger LOG = Workflow.getLogger(Mailbox.class);

    private final String event;
    private final Class<T> type;
    private @Nullable T first;
    private boolean over;

    /**
     * A mailbox for one event.
     *
     * @param event the event's name in the definition
     * @param type what comes with it
     */
    public Mailbox(String event, Class<T> type) {
        this.event = event;
        this.type = type;
    }

    /**
     * Something has come.
     *
     * @param value what came; null, as a person may send it from a command line, counts for nothing
     */
    public void receive(@Nullable T value) {
        if (value == null) {
            ignored("without a " + type.getSimpleName());
        } else if (first != null) {
            ignored("once more");
        } else if (over) {
            ignored("too late");
        } else {
            first = value;
        }
    }

    private void ignored(String how) {
        LOG.warn("{}: {} came {}, and counts for nothing", Workflow.getInfo().getWorkflowId(), event, how);
    }

    String event() {
        return event;
    }

    boolean isEmpty() {
        return first == null;
    }

    /** Somebody waits for it, perhaps once more. */
    void open() {
        over = false;
    }

    /** Nobody waits any longer: takes what has come until now, if anything has. */
    Optional<T> close() {
        over = true;
        return Optional.ofNullable(first);
    }
}
