package com.acme.orders;

import dev.skald.runtime.SagaFailed;

/** Saga PlaceOrder was not completed. */
public final class PlaceOrderFailed extends SagaFailed {

    private static final long serialVersionUID = 1L;

    public PlaceOrderFailed(Details details) {
        super(details);
    }
}
