package com.acme.orders.demo;

import com.acme.orders.Confirmation;
import com.acme.orders.HoldOrderClient;
import com.acme.orders.Order;
import com.acme.orders.PlaceOrderClient;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaHandle;
import io.temporal.client.WorkflowClient;
import java.time.Duration;

/** The definitions that the stories are about. */
enum Saga {
    /** {@code place-order.saga}, an Epic. */
    PLACE_ORDER("com.acme.orders.PlaceOrder", "orders"),

    /** {@code hold-order.saga}, an Epic with an undo that is not tried for long. */
    HOLD_ORDER("com.acme.orders.HoldOrder", "holds"),

    /** {@code eventual/place-order.saga}, a Fairy Tale. */
    PLACE_ORDER_EVENTUAL("com.acme.orders.eventual.PlaceOrder", "orders");

    private final String qualifiedName;
    private final String verb;

    Saga(String qualifiedName, String verb) {
        this.qualifiedName = qualifiedName;
        this.verb = verb;
    }

    /** Its name in participants' calls. */
    String qualifiedName() {
        return qualifiedName;
    }

    /** What the customer does, in words. */
    String verb() {
        return verb;
    }

    /** Starts it as any client of the shop would, and waits for its answer. */
    Outcome<Confirmation> execute(WorkflowClient client, Order order, Duration atMost) {
        return switch (this) {
            case PLACE_ORDER -> new PlaceOrderClient(client).execute(order, atMost);
            case HOLD_ORDER -> new HoldOrderClient(client).execute(order, atMost);
            case PLACE_ORDER_EVENTUAL -> eventual(client).execute(order, atMost);
        };
    }

    /** The saga of an order that was started before. */
    SagaHandle<Confirmation> find(WorkflowClient client, Order order) {
        String id = order.orderId().toString();
        return switch (this) {
            case PLACE_ORDER -> new PlaceOrderClient(client).handle(id);
            case HOLD_ORDER -> new HoldOrderClient(client).handle(id);
            case PLACE_ORDER_EVENTUAL -> eventual(client).handle(id);
        };
    }

    private static com.acme.orders.eventual.PlaceOrderClient eventual(WorkflowClient client) {
        return new com.acme.orders.eventual.PlaceOrderClient(client);
    }
}
