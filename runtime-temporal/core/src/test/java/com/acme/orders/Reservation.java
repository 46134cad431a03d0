package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/** Source: place-order.saga:12. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reservation(String reservationId) {
    /** Refuses what is missing. */
    public Reservation {
        Objects.requireNonNull(reservationId, "reservationId");
    }
}
