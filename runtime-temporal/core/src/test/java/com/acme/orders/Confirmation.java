package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;
import java.util.UUID;

/** Source: place-order.saga:15. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Confirmation(UUID orderId, String trackingCode) {
    /** Refuses what is missing. */
    public Confirmation {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(trackingCode, "trackingCode");
    }
}
