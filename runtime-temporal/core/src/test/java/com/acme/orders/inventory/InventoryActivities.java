package com.acme.orders.inventory;

import com.acme.orders.Reservation;
import java.util.UUID;

/** The operations of participant inventory. */
public interface InventoryActivities {
    Reservation reserve(UUID orderId, String sku, int quantity);

    void release(UUID orderId);
}
