package com.acme.shop.billing;

import com.acme.shop.CardDeclined;
import com.acme.shop.ledger.Ledger;
import dev.skald.runtime.SagaCall;
import java.math.BigDecimal;
import java.util.UUID;

/** The card payments: holds an amount on a card, and lets it go again. */
public final class Billing implements BillingActivities {

    private static final BigDecimal LIMIT = new BigDecimal(5000);

    private final Ledger ledger;

    /** A service that keeps what it does in a ledger. */
    public Billing(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void authorize(UUID orderId, BigDecimal amount) {
        ledger.once(SagaCall.current(), () -> {
            if (amount.compareTo(LIMIT) > 0) {
                throw new CardDeclined("over the limit");
            }
            ledger.write("authorize " + amount.toPlainString());
        });
    }

    @Override
    public void voidAuthorization(UUID orderId) {
        ledger.undo(SagaCall.current(), () -> ledger.write("void"));
    }
}
