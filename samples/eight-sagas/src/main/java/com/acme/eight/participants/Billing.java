package com.acme.eight.participants;

import com.acme.eight.CardDeclined;
import com.acme.eight.billing.BillingActivities;
import dev.skald.runtime.SagaFence;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The card payments: holds an amount on a customer's card, lets it go again, or takes it. */
public final class Billing implements BillingActivities {

    private static final BigDecimal LIMIT = new BigDecimal("5000.00");

    private final Desk desk;
    private final Set<UUID> blocked = ConcurrentHashMap.newKeySet();

    /**
     * Opens the counter.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     */
    public Billing(Ledger ledger, SagaFence fence) {
        this.desk = new Desk(ledger, fence);
    }

    /**
     * The card of an order is blocked before the amount is captured.
     *
     * @param orderId the order
     */
    public void block(UUID orderId) {
        blocked.add(orderId);
    }

    @Override
    public void authorize(UUID orderId, String customer, BigDecimal amount) {
        desk.serve(declinedIf(amount.compareTo(LIMIT) > 0, "over the limit"));
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        desk.takeBack();
    }

    @Override
    public void capture(UUID orderId) {
        desk.serve(declinedIf(blocked.contains(orderId), "blocked"));
    }

    private static Optional<CardDeclined> declinedIf(boolean declined, String reason) {
        return declined ? Optional.of(new CardDeclined(reason)) : Optional.empty();
    }
}
