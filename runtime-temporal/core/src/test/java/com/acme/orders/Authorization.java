package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/** Source: place-order.saga:13. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Authorization(String authorizationId) {
    /** Refuses what is missing. */
    public Authorization {
        Objects.requireNonNull(authorizationId, "authorizationId");
    }
}
