package com.acme.orders.participants;

import com.acme.orders.mail.MailActivities;
import dev.skald.runtime.SagaCall;

/** The post room: sends receipts, which nobody can call back. */
public final class Mail implements MailActivities {

    private final Ledger ledger;

    /**
     * Opens the post room.
     *
     * @param ledger where it writes what it does
     */
    public Mail(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void sendReceipt(String customerId, String trackingCode) {
        ledger.once(SagaCall.current(), "send the receipt to " + customerId, () -> {});
    }
}
