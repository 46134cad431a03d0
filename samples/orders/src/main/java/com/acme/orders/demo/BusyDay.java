package com.acme.orders.demo;

import com.acme.orders.Authorization;
import com.acme.orders.Reservation;
import com.acme.orders.billing.BillingActivities;
import com.acme.orders.inventory.InventoryActivities;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A day on which the warehouse takes a second, and billing two, so that there is time to see what is in flight. */
final class BusyDay {

    /** How it is on that day. */
    static final String IN_WORDS = "it is a busy day: inventory takes a second, billing two";

    private static final Duration WAREHOUSE = Duration.ofSeconds(1);
    private static final Duration BILLING = Duration.ofSeconds(2);

    private final Set<UUID> orders = ConcurrentHashMap.newKeySet();

    /** The order is placed on that day. */
    void comesWith(UUID orderId) {
        orders.add(orderId);
    }

    /** The same inventory, slow where the order is placed on that day. */
    InventoryActivities before(InventoryActivities inventory) {
        return new Warehouse(inventory);
    }

    /** The same billing, slow where the order is placed on that day. */
    BillingActivities before(BillingActivities billing) {
        return new Counter(billing);
    }

    private void queue(UUID orderId, Duration time) {
        if (orders.contains(orderId)) {
            try {
                TimeUnit.MILLISECONDS.sleep(time.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("closed", stopped);
            }
        }
    }

    /** Inventory behind a queue. */
    private final class Warehouse implements InventoryActivities {

        private final InventoryActivities inventory;

        Warehouse(InventoryActivities inventory) {
            this.inventory = inventory;
        }

        @Override
        public Reservation reserve(UUID orderId, String sku, int quantity) {
            queue(orderId, WAREHOUSE);
            return inventory.reserve(orderId, sku, quantity);
        }

        @Override
        public void release(UUID orderId) {
            inventory.release(orderId);
        }
    }

    /** Billing behind a queue. */
    private final class Counter implements BillingActivities {

        private final BillingActivities billing;

        Counter(BillingActivities billing) {
            this.billing = billing;
        }

        @Override
        public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
            queue(orderId, BILLING);
            return billing.authorize(orderId, customerId, amount);
        }

        @Override
        public void voidAuthorization(UUID orderId) {
            billing.voidAuthorization(orderId);
        }

        @Override
        public void capture(UUID orderId) {
            billing.capture(orderId);
        }
    }
}
