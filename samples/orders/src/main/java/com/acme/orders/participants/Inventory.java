package com.acme.orders.participants;

import com.acme.orders.OutOfStock;
import com.acme.orders.Reservation;
import com.acme.orders.inventory.InventoryActivities;
import dev.skald.runtime.SagaCall;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The warehouse: puts goods aside for an order, and back on the shelf. */
public final class Inventory implements InventoryActivities {

    private final Ledger ledger;
    private final Map<String, Integer> shelf;
    private final Map<UUID, Aside> aside = new HashMap<>();

    /**
     * Opens the warehouse.
     *
     * @param ledger where it writes what it does
     * @param stock how many there are of each article
     */
    public Inventory(Ledger ledger, Map<String, Integer> stock) {
        this.ledger = ledger;
        this.shelf = new HashMap<>(stock);
    }

    @Override
    public Reservation reserve(UUID orderId, String sku, int quantity) {
        return ledger.once(SagaCall.current(), "reserve %d x %s".formatted(quantity, sku), () -> {
            int left = shelf.getOrDefault(sku, 0) - quantity;
            if (left < 0) {
                throw new OutOfStock(sku);
            }
            shelf.put(sku, left);
            aside.put(orderId, new Aside(sku, quantity));
            return new Reservation("R-" + orderId);
        });
    }

    @Override
    public void release(UUID orderId) {
        ledger.undo(SagaCall.current(), () -> {
            Aside goods = aside.remove(orderId);
            shelf.merge(goods.sku(), goods.quantity(), Integer::sum);
        });
    }

    /** What was put aside for an order. */
    private record Aside(String sku, int quantity) {}
}
