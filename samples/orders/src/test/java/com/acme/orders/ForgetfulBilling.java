package com.acme.orders;

import com.acme.orders.billing.BillingActivities;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Does all that it is asked, but the first answer to each request gets lost on the way back. */
final class ForgetfulBilling implements BillingActivities {

    private final BillingActivities billing;
    private final Set<String> asked = new HashSet<>();

    ForgetfulBilling(BillingActivities billing) {
        this.billing = billing;
    }

    @Override
    public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
        return lose("authorize", () -> billing.authorize(orderId, customerId, amount));
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        lose("voidAuthorization", () -> {
            billing.voidAuthorization(orderId);
            return null;
        });
    }

    @Override
    public void capture(UUID orderId) {
        lose("capture", () -> {
            billing.capture(orderId);
            return null;
        });
    }

    private synchronized <T> T lose(String request, Supplier<T> work) {
        T answer = work.get();
        if (asked.add(request)) {
            throw new IllegalStateException("The line went dead.");
        }
        return answer;
    }
}
