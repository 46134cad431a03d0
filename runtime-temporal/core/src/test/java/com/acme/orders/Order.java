package com.acme.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.skald.runtime.Required;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/** Source: place-order.saga:4. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Order(
        UUID orderId,
        String customerId,
        String sku,
        @Required int quantity,
        BigDecimal amount) {
    /** Refuses what is missing. */
    public Order {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(customerId, "customerId");
        Objects.requireNonNull(sku, "sku");
        Objects.requireNonNull(amount, "amount");
    }
}
