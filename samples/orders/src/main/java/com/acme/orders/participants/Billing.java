package com.acme.orders.participants;

import com.acme.orders.Authorization;
import com.acme.orders.CardDeclined;
import com.acme.orders.billing.BillingActivities;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaFence;
import java.math.BigDecimal;
import java.util.UUID;

/** The card payments: holds an amount on a customer's card, lets it go again, or takes it. */
public final class Billing implements BillingActivities {

    private final Ledger ledger;
    private final SagaFence fence;
    private final BigDecimal limit;

    /**
     * Opens the counter.
     *
     * @param ledger where it writes what it does
     * @param fence keeps its promises to sagas
     * @param limit the most that a card is good for
     */
    public Billing(Ledger ledger, SagaFence fence, BigDecimal limit) {
        this.ledger = ledger;
        this.fence = fence;
        this.limit = limit;
    }

    @Override
    public Authorization authorize(UUID orderId, String customerId, BigDecimal amount) {
        SagaCall call = SagaCall.current();
        String what = "authorize " + amount.toPlainString();
        return fence.once(call, Authorization.class, () -> {
            if (amount.compareTo(limit) > 0) {
                ledger.refused(call, what);
                throw new CardDeclined("over the limit");
            }
            ledger.did(call, what);
            return new Authorization("A-" + orderId);
        });
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        SagaCall call = SagaCall.current();
        fence.undo(call, () -> ledger.undid(call));
    }

    @Override
    public void capture(UUID orderId) {
        SagaCall call = SagaCall.current();
        fence.once(call, () -> ledger.did(call, "capture the amount"));
    }
}
