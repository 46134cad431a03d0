package com.acme.eight.participants;

import com.acme.eight.mail.MailActivities;
import dev.skald.runtime.SagaFence;
import java.util.Optional;
import java.util.UUID;

/** The post room: sends receipts, which nobody can call back. */
public final class Mail implements MailActivities {

    private final Desk desk;

    /**
     * Opens the post room.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     */
    public Mail(Ledger ledger, SagaFence fence) {
        this.desk = new Desk(ledger, fence);
    }

    @Override
    public void sendReceipt(UUID orderId, String customer) {
        desk.serve(Optional.empty());
    }
}
