package com.acme.shop.inventory;

import com.acme.shop.Reservation;
import com.acme.shop.ledger.Ledger;
import dev.skald.runtime.SagaCall;
import java.util.UUID;

/** The stock: keeps goods for an order, and lets them go again. */
public final class Inventory implements InventoryActivities {

    private final Ledger ledger;

    /** A service that keeps what it does in a ledger. */
    public Inventory(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Reservation reserve(UUID orderId, String sku) {
        return ledger.once(SagaCall.current(), Reservation.class, () -> {
            ledger.write("reserve " + sku);
            return new Reservation("shelf of " + sku);
        });
    }

    @Override
    public void release(UUID orderId) {
        ledger.undo(SagaCall.current(), () -> ledger.write("release"));
    }
}
