package com.acme.orders.shipping;

import com.acme.orders.Shipment;
import dev.skald.runtime.ParticipantCalls;
import java.util.UUID;

/** The workflow side of participant shipping: each call goes out as one activity with one request object. */
public final class ShippingStub implements ShippingActivities {

    private final ParticipantCalls calls;

    public ShippingStub(ParticipantCalls calls) {
        this.calls = calls;
    }

    @Override
    public Shipment book(UUID orderId, String sku) {
        return calls.call("shipping.book", Shipment.class, new ShippingWire.BookRequest(orderId, sku));
    }

    @Override
    public void cancel(UUID orderId) {
        calls.run("shipping.cancel", new ShippingWire.CancelRequest(orderId));
    }
}
