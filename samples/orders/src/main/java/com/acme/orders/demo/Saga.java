package com.acme.orders.demo;

import com.acme.orders.Confirmation;
import com.acme.orders.HoldOrderClient;
import com.acme.orders.Order;
import com.acme.orders.PlaceOrderClient;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaHandle;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.Arrays;

/** The definitions that the stories are about. */
enum Saga {
    /** {@code place-order.saga}, an Epic. */
    PLACE_ORDER("com.acme.orders.PlaceOrder", "Epic", "orders"),

    /** {@code hold-order.saga}, an Epic with an undo that is not tried for long. */
    HOLD_ORDER("com.acme.orders.HoldOrder", "Epic", "holds"),

    /** {@code eventual/place-order.saga}, a Fairy Tale. */
    PLACE_ORDER_EVENTUAL("com.acme.orders.eventual.PlaceOrder", "Fairy Tale", "orders"),

    /** {@code parallel/place-order.saga}, a Parallel. */
    PLACE_ORDER_PARALLEL("com.acme.orders.parallel.PlaceOrder", "Parallel", "orders");

    private final String qualifiedName;
    private final String pattern;
    private final String verb;

    Saga(String qualifiedName, String pattern, String verb) {
        this.qualifiedName = qualifiedName;
        this.pattern = pattern;
        this.verb = verb;
    }

    /** The one of this name in participants' calls. */
    static Saga named(String qualifiedName) {
        return Arrays.stream(values())
                .filter(saga -> saga.qualifiedName.equals(qualifiedName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No story is about " + qualifiedName));
    }

    /** The name of its pattern. */
    String pattern() {
        return pattern;
    }

    /** Whether its caller is given a handle, and asks that for the answer. */
    boolean givesHandle() {
        return this == PLACE_ORDER_PARALLEL;
    }

    /** Whether it sends its undos in no order. */
    boolean isEventual() {
        return this == PLACE_ORDER_EVENTUAL || this == PLACE_ORDER_PARALLEL;
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
            case PLACE_ORDER_PARALLEL -> parallel(client).start(order).result(atMost);
        };
    }

    /** Starts it as any client of the shop would, where that is given a handle. */
    SagaHandle<Confirmation> start(WorkflowClient client, Order order) {
        if (!givesHandle()) {
            throw new IllegalStateException(this + " is waited for");
        }
        return parallel(client).start(order);
    }

    /** The saga of an order that was started before. */
    SagaHandle<Confirmation> find(WorkflowClient client, Order order) {
        String id = order.orderId().toString();
        return switch (this) {
            case PLACE_ORDER -> new PlaceOrderClient(client).handle(id);
            case HOLD_ORDER -> new HoldOrderClient(client).handle(id);
            case PLACE_ORDER_EVENTUAL -> eventual(client).handle(id);
            case PLACE_ORDER_PARALLEL -> parallel(client).handle(id);
        };
    }

    private static com.acme.orders.eventual.PlaceOrderClient eventual(WorkflowClient client) {
        return new com.acme.orders.eventual.PlaceOrderClient(client);
    }

    private static com.acme.orders.parallel.PlaceOrderClient parallel(WorkflowClient client) {
        return new com.acme.orders.parallel.PlaceOrderClient(client);
    }
}
