package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Something that comes to a saga from outside, such as a person's decision. A workflow makes one in a field with
 * {@link SagaRun#event}, hands it what its signal brings, and awaits it:
 *
 * <pre>{@code
 * private final SagaEvent<Approval> approval = saga.event("approval", Approval.class);
 *
 * public void sendApproval(Approval approval) {
 *     this.approval.receive(approval);
 * }
 * }</pre>
 *
 * <p>It is kept until the saga gets there. The first that comes counts; what comes later, or when nobody waits for it
 * any more, is logged and ignored.
 *
 * @param <T> what comes with it
 */
public final class SagaEvent<T> {

    private final Mailbox<T> mailbox;

    SagaEvent(Mailbox<T> mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * Takes what a signal brings.
     *
     * @param value what came; null counts for nothing
     */
    public void receive(@Nullable T value) {
        mailbox.receive(value);
    }

    Mailbox<T> mailbox() {
        return mailbox;
    }
}
