package com.acme.orders.participants;

import com.acme.orders.NotServed;
import com.acme.orders.Shipment;
import com.acme.orders.shipping.ShippingActivities;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The carrier: books a place on the truck, and frees it again. */
public final class Shipping implements ShippingActivities {

    private final Ledger ledger;
    private final SagaFence fence;
    private final Map<String, String> notServed;

    /**
     * Opens the office.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     * @param notServed the articles that nobody carries, each with the region that it would have to come from
     */
    public Shipping(Ledger ledger, SagaFence fence, Map<String, String> notServed) {
        this.ledger = ledger;
        this.fence = fence;
        this.notServed = Map.copyOf(notServed);
    }

    @Override
    public Shipment book(UUID orderId, String sku) {
        SagaCall call = SagaCall.current();
        String what = "book a truck for " + sku;
        return fence.once(call, Shipment.class, () -> {
            String region = notServed.get(sku);
            if (region != null) {
                ledger.refused(call, what);
                throw new NotServed(region);
            }
            ledger.did(call, what);
            return new Shipment(trackingCode(orderId));
        });
    }

    @Override
    public void cancel(UUID orderId) {
        SagaCall call = SagaCall.current();
        fence.undo(call, () -> ledger.undid(call));
    }

    private static String trackingCode(UUID orderId) {
        return "SK-" + orderId.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
