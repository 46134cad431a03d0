package com.acme.orders.participants;

import com.acme.orders.NotServed;
import com.acme.orders.Shipment;
import com.acme.orders.shipping.ShippingActivities;
import dev.skald.runtime.SagaCall;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The carrier: books a place on the truck, and frees it again. */
public final class Shipping implements ShippingActivities {

    private final Ledger ledger;
    private final Map<String, String> notServed;
    private final Set<UUID> booked = new HashSet<>();

    /**
     * Opens the office.
     *
     * @param ledger where it writes what it does
     * @param notServed the articles that nobody carries, each with the region that it would have to come from
     */
    public Shipping(Ledger ledger, Map<String, String> notServed) {
        this.ledger = ledger;
        this.notServed = Map.copyOf(notServed);
    }

    @Override
    public Shipment book(UUID orderId, String sku) {
        return ledger.once(SagaCall.current(), "book a truck for " + sku, () -> {
            String region = notServed.get(sku);
            if (region != null) {
                throw new NotServed(region);
            }
            booked.add(orderId);
            return new Shipment(trackingCode(orderId));
        });
    }

    @Override
    public void cancel(UUID orderId) {
        ledger.undo(SagaCall.current(), () -> booked.remove(orderId));
    }

    private static String trackingCode(UUID orderId) {
        return "SK-" + orderId.toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
