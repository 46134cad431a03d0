package com.acme.orders.demo;

import com.acme.orders.Authorization;
import com.acme.orders.billing.BillingActivities;
import io.temporal.activity.Activity;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** What billing needs to answer at all. It can go down; until it is back, billing fails. */
final class CardProcessor {

    private final PrintStream out;
    private volatile Optional<UUID> lastOrder = Optional.empty();
    private volatile boolean down;

    CardProcessor(PrintStream out) {
        this.out = out;
    }

    /** Lets it go down once it has authorized the order's amount. */
    void goesDownAfter(UUID orderId) {
        lastOrder = Optional.of(orderId);
    }

    void comesBack() {
        down = false;
    }

    /** The same billing, as long as the card processor is there. */
    BillingActivities before(BillingActivities billing) {
        return new Dependent(billing);
    }

    private void mustBeUp(String what) {
        if (down) {
            int attempt = Activity.getExecutionContext().getInfo().getAttempt();
            out.printf("    %-10s %-7s to %s, attempt %d%n", "billing", "failed", what, attempt);
            throw new IllegalStateException("the card processor is down");
        }
    }

    /** Billing behind the card processor. */
    private final class Dependent implements BillingActivities {

        private final BillingActivities billing;

        Dependent(BillingActivities billing) {
            this.billing = billing;
        }

        @Override
        public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
            mustBeUp("authorize");
            Authorization authorization = billing.authorize(orderId, customerId, amount);
            down = lastOrder.equals(Optional.of(orderId));
            return authorization;
        }

        @Override
        public void voidAuthorization(UUID orderId) {
            mustBeUp("undo");
            billing.voidAuthorization(orderId);
        }

        @Override
        public void capture(UUID orderId) {
            mustBeUp("capture");
            billing.capture(orderId);
        }
    }
}
