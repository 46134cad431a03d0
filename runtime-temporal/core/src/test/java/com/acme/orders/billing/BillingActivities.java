package com.acme.orders.billing;

import com.acme.orders.Authorization;
import java.math.BigDecimal;
import java.util.UUID;

/** The operations of participant billing. */
public interface BillingActivities {
    Authorization authorize(UUID orderId, String customerId, BigDecimal amount);

    void voidAuthorization(UUID orderId);

    void capture(UUID orderId);
}
