package com.acme.orders.mail;

import dev.skald.runtime.ParticipantCalls;

/** The workflow side of participant mail: each call goes out as one activity with one request object. */
public final class MailStub implements MailActivities {

    private final ParticipantCalls calls;

    public MailStub(ParticipantCalls calls) {
        this.calls = calls;
    }

    @Override
    public void sendReceipt(String customerId, String trackingCode) {
        calls.run("mail.sendReceipt", new MailWire.SendReceiptRequest(customerId, trackingCode));
    }
}
