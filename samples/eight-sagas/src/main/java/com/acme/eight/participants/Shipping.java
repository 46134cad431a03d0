package com.acme.eight.participants;

import com.acme.eight.NotServed;
import com.acme.eight.shipping.ShippingActivities;
import dev.skald.runtime.SagaFence;
import java.util.Optional;
import java.util.UUID;

/** The carrier: books a place on the truck, and frees it again. */
public final class Shipping implements ShippingActivities {

    private final Desk desk;

    /**
     * Opens the office.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     */
    public Shipping(Ledger ledger, SagaFence fence) {
        this.desk = new Desk(ledger, fence);
    }

    @Override
    public void book(UUID orderId, String sku) {
        desk.serve(sku.equals("grand-piano") ? Optional.of(new NotServed("islands")) : Optional.empty());
    }

    @Override
    public void cancel(UUID orderId) {
        desk.takeBack();
    }
}
