package com.acme.orders.participants;

import com.acme.orders.OutOfStock;
import com.acme.orders.Reservation;
import com.acme.orders.inventory.InventoryActivities;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;
import java.util.Map;
import java.util.UUID;

/** The warehouse: puts goods aside for an order, and back on the shelf. */
public final class Inventory implements InventoryActivities {

    private final Ledger ledger;
    private final SagaFence fence;
    private final Map<String, Integer> stock;

    /**
     * Opens the warehouse.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     * @param stock how many of each article it has had since its ledger was begun
     */
    public Inventory(Ledger ledger, SagaFence fence, Map<String, Integer> stock) {
        this.ledger = ledger;
        this.fence = fence;
        this.stock = Map.copyOf(stock);
    }

    @Override
    public Reservation reserve(UUID orderId, String sku, int quantity) {
        SagaCall call = SagaCall.current();
        return fence.once(call, Reservation.class, () -> {
            putAside(call, sku, quantity);
            return new Reservation("R-" + orderId);
        });
    }

    @Override
    public void release(UUID orderId) {
        SagaCall call = SagaCall.current();
        fence.undo(call, () -> ledger.undid(call));
    }

    /** One order at a time, or two of them would take the same goods. */
    private synchronized void putAside(SagaCall call, String sku, int quantity) {
        String what = "reserve %d x %s".formatted(quantity, sku);
        if (quantity > stock.getOrDefault(sku, 0) - ledger.moved(sku)) {
            ledger.refused(call, what);
            throw new OutOfStock(sku);
        }
        ledger.did(call, what, Map.of(sku, quantity));
    }
}
