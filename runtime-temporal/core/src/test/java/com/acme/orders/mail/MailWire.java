package com.acme.orders.mail;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.Objects;

/** The wire form of participant mail: one JSON object per request. */
@ActivityInterface
public interface MailWire {
    @ActivityMethod(name = "mail.sendReceipt")
    void sendReceipt(SendReceiptRequest request);

    /** The request of sendReceipt. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SendReceiptRequest(String customerId, String trackingCode) {
        public SendReceiptRequest {
            Objects.requireNonNull(customerId, "customerId");
            Objects.requireNonNull(trackingCode, "trackingCode");
        }
    }
}
