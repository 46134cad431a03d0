package com.acme.orders.billing;

import com.acme.orders.Authorization;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

/** The wire form of participant billing: one JSON object per request. */
@ActivityInterface
public interface BillingWire {
    @ActivityMethod(name = "billing.authorize")
    Authorization authorize(AuthorizeRequest request);

    @ActivityMethod(name = "billing.voidAuthorization")
    void voidAuthorization(VoidAuthorizationRequest request);

    @ActivityMethod(name = "billing.capture")
    void capture(CaptureRequest request);

    /** The request of authorize. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AuthorizeRequest(UUID orderId, String customerId, BigDecimal amount) {
        public AuthorizeRequest {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(customerId, "customerId");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /** The request of voidAuthorization. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record VoidAuthorizationRequest(UUID orderId) {
        public VoidAuthorizationRequest {
            Objects.requireNonNull(orderId, "orderId");
        }
    }

    /** The request of capture. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CaptureRequest(UUID orderId) {
        public CaptureRequest {
            Objects.requireNonNull(orderId, "orderId");
        }
    }
}
