package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/** Source: place-order.saga:14. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Shipment(String trackingCode) {
    /** Refuses what is missing. */
    public Shipment {
        Objects.requireNonNull(trackingCode, "trackingCode");
    }
}
