package com.acme.orders.inventory;

import com.acme.orders.Reservation;
import dev.skald.runtime.ParticipantCalls;
import java.util.UUID;

/** The workflow side of participant inventory: each call goes out as one activity with one request object. */
public final class InventoryStub implements InventoryActivities {

    private final ParticipantCalls calls;

    public InventoryStub(ParticipantCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reservation reserve(UUID orderId, String sku, int quantity) {
        return calls.call(
                "inventory.reserve", Reservation.class, new InventoryWire.ReserveRequest(orderId, sku, quantity));
    }

    @Override
    public void release(UUID orderId) {
        calls.run("inventory.release", new InventoryWire.ReleaseRequest(orderId));
    }
}
