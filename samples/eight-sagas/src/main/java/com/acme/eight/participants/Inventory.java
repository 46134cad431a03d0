package com.acme.eight.participants;

import com.acme.eight.OutOfStock;
import com.acme.eight.inventory.InventoryActivities;
import dev.skald.runtime.SagaFence;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The warehouse: puts goods aside for an order, and back on the shelf. */
public final class Inventory implements InventoryActivities {

    private static final Set<String> ARTICLES = Set.of("teapot", "grand-piano");

    private final Desk desk;

    /**
     * Opens the warehouse.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     */
    public Inventory(Ledger ledger, SagaFence fence) {
        this.desk = new Desk(ledger, fence);
    }

    @Override
    public void reserve(UUID orderId, String sku, int quantity) {
        desk.serve(ARTICLES.contains(sku) ? Optional.empty() : Optional.of(new OutOfStock(sku)));
    }

    @Override
    public void release(UUID orderId) {
        desk.takeBack();
    }
}
