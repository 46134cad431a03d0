package com.acme.eight.demo;

import com.acme.eight.Order;
import java.math.BigDecimal;
import java.util.UUID;

/** What an order of the demo meets. */
enum Occasion {
    /** The participant of the third step has no worker for some seconds. */
    DOWN("shipping is down for 3 s", "teapot"),
    /** All goes well. */
    WELL("all goes well", "teapot"),
    /** The participant of the third step refuses it. */
    REFUSED("shipping refuses", "grand-piano");

    private final String title;
    private final String sku;

    Occasion(String title, String sku) {
        this.title = title;
        this.sku = sku;
    }

    String title() {
        return title;
    }

    /** An order of its own for each saga. */
    Order order() {
        return new Order(UUID.randomUUID(), "alice", sku, 1, new BigDecimal("59.80"));
    }
}
