package com.acme.shop.shipping;

import com.acme.shop.NotServed;
import com.acme.shop.Shipment;
import com.acme.shop.ledger.Ledger;
import dev.skald.runtime.SagaCall;
import java.util.UUID;

/** The trucks: books one for what is on a shelf, and cancels that. None carries a grand piano. */
public final class Shipping implements ShippingActivities {

    private final Ledger ledger;

    /** A service that keeps what it does in a ledger. */
    public Shipping(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Shipment book(UUID orderId, String sku, String shelf) {
        return ledger.once(SagaCall.current(), Shipment.class, () -> {
            if (sku.equals("grand-piano")) {
                throw new NotServed(sku);
            }
            ledger.write("book a truck to the " + shelf);
            return new Shipment("SK-" + orderId);
        });
    }

    @Override
    public void cancel(UUID orderId) {
        ledger.undo(SagaCall.current(), () -> ledger.write("cancel"));
    }
}
