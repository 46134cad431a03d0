package com.acme.orders.participants;

import com.acme.orders.mail.MailActivities;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;

/** The post room: sends receipts, which nobody can call back. */
public final class Mail implements MailActivities {

    private final Ledger ledger;
    private final SagaFence fence;

    /**
     * Opens the post room.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     */
    public Mail(Ledger ledger, SagaFence fence) {
        this.ledger = ledger;
        this.fence = fence;
    }

    @Override
    public void sendReceipt(String customerId, String trackingCode) {
        SagaCall call = SagaCall.current();
        fence.once(call, () -> ledger.did(call, "send the receipt to " + customerId));
    }
}
