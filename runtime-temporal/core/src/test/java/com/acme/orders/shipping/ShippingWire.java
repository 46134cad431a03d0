package com.acme.orders.shipping;

import com.acme.orders.Shipment;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.Objects;
import java.util.UUID;

/** The wire form of participant shipping: one JSON object per request. */
@ActivityInterface
public interface ShippingWire {
    @ActivityMethod(name = "shipping.book")
    Shipment book(BookRequest request);

    @ActivityMethod(name = "shipping.cancel")
    void cancel(CancelRequest request);

    /** The request of book. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record BookRequest(UUID orderId, String sku) {
        public BookRequest {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(sku, "sku");
        }
    }

    /** The request of cancel. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CancelRequest(UUID orderId) {
        public CancelRequest {
            Objects.requireNonNull(orderId, "orderId");
        }
    }
}
