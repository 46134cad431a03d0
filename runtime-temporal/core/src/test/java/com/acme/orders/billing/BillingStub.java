package com.acme.orders.billing;

import com.acme.orders.Authorization;
import dev.skald.runtime.ParticipantCalls;
import java.math.BigDecimal;
import java.util.UUID;

/** The workflow side of participant billing: each call goes out as one activity with one request object. */
public final class BillingStub implements BillingActivities {

    private final ParticipantCalls calls;

    public BillingStub(ParticipantCalls calls) {
        this.calls = calls;
    }

    @Override
    public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
        return calls.call(
                "billing.authorize",
                Authorization.class,
                new BillingWire.AuthorizeRequest(orderId, customerId, amount));
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        calls.run("billing.voidAuthorization", new BillingWire.VoidAuthorizationRequest(orderId));
    }

    @Override
    public void capture(UUID orderId) {
        calls.run("billing.capture", new BillingWire.CaptureRequest(orderId));
    }
}
