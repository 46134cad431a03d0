package com.acme.orders.participants;

import com.acme.orders.Authorization;
import com.acme.orders.CardDeclined;
import com.acme.orders.billing.BillingActivities;
import dev.skald.runtime.SagaCall;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The card payments: holds an amount on a customer's card, lets it go again, or takes it. */
public final class Billing implements BillingActivities {

    private final Ledger ledger;
    private final BigDecimal limit;
    private final Map<UUID, BigDecimal> held = new HashMap<>();

    /**
     * Opens the counter.
     *
     * @param ledger where it writes what it does
     * @param limit the most that a card is good for
     */
    public Billing(Ledger ledger, BigDecimal limit) {
        this.ledger = ledger;
        this.limit = limit;
    }

    @Override
    public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
        return ledger.once(SagaCall.current(), "authorize " + amount.toPlainString(), () -> {
            if (amount.compareTo(limit) > 0) {
                throw new CardDeclined("over the limit");
            }
            held.put(orderId, amount);
            return new Authorization("A-" + orderId);
        });
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        ledger.undo(SagaCall.current(), () -> held.remove(orderId));
    }

    @Override
    public void capture(UUID orderId) {
        ledger.once(SagaCall.current(), "capture the amount", () -> {
            held.remove(orderId);
        });
    }
}
