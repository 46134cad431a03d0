package com.acme.orders.placeorder.v1;

import dev.skald.runtime.State;
import java.util.EnumSet;
import java.util.Set;

/** The states of saga PlaceOrder, and what may follow each. */
public enum PlaceOrderState implements State {
    RUNNING,
    CHECKING_PAYMENT,
    COMPENSATING,
    COMPENSATED,
    COMPENSATION_FAILED,
    RESOLVED_MANUALLY,
    ESCALATED,
    COMPLETED;

    @Override
    public Set<PlaceOrderState> successors() {
        return switch (this) {
            case RUNNING -> EnumSet.of(CHECKING_PAYMENT, COMPENSATING, COMPENSATED, ESCALATED, COMPLETED);
            case CHECKING_PAYMENT -> EnumSet.of(RUNNING, COMPENSATING);
            case COMPENSATING -> EnumSet.of(COMPENSATED, COMPENSATION_FAILED);
            case COMPENSATION_FAILED -> EnumSet.of(COMPENSATING, COMPENSATED, RESOLVED_MANUALLY);
            case ESCALATED -> EnumSet.of(RUNNING, COMPENSATING, RESOLVED_MANUALLY);
            case COMPENSATED, RESOLVED_MANUALLY, COMPLETED -> EnumSet.noneOf(PlaceOrderState.class);
        };
    }
}
