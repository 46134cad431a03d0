package com.acme.orders.inventory;

import com.acme.orders.Reservation;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.skald.runtime.Required;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.Objects;
import java.util.UUID;

/** The wire form of participant inventory: one JSON object per request. */
@ActivityInterface
public interface InventoryWire {
    @ActivityMethod(name = "inventory.reserve")
    Reservation reserve(ReserveRequest request);

    @ActivityMethod(name = "inventory.release")
    void release(ReleaseRequest request);

    /** The request of reserve. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReserveRequest(
            UUID orderId, String sku, @Required int quantity) {
        public ReserveRequest {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(sku, "sku");
        }
    }

    /** The request of release. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ReleaseRequest(UUID orderId) {
        public ReleaseRequest {
            Objects.requireNonNull(orderId, "orderId");
        }
    }
}
