package com.acme.orders.shipping;

import com.acme.orders.Shipment;
import java.util.UUID;

/** The operations of participant shipping. */
public interface ShippingActivities {
    Shipment book(UUID orderId, String sku);

    void cancel(UUID orderId);
}
