package com.acme.shop;

import com.acme.orders.Confirmation;

/** Hand-written code that uses a generated type: it compiles only where the generated folder is compiled with it. */
public record Receipt(Confirmation confirmation) {

    /** The line that is printed on the parcel. */
    public String label() {
        return confirmation.orderId() + " / " + confirmation.trackingCode();
    }
}
