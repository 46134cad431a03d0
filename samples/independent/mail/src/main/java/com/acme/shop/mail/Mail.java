package com.acme.shop.mail;

import com.acme.shop.ledger.Ledger;
import dev.skald.runtime.SagaCall;

/** The letters: sends receipts, which nobody can take back. */
public final class Mail implements MailActivities {

    private final Ledger ledger;

    /** A service that keeps what it does in a ledger. */
    public Mail(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void sendReceipt(String customer, String trackingCode) {
        ledger.once(SagaCall.current(), () -> ledger.write("send a receipt to " + customer));
    }
}
