package com.acme.orders.demo;

import com.acme.orders.NotServed;
import com.acme.orders.Order;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order, and how it is to end.
 *
 * @param title what it is about
 * @param order what is ordered
 * @param ending the saga's state at the end
 * @param refusal the participant's error that the caller gets, if any
 * @param ledgers what the ledgers say at the end, oldest line first
 */
record Story(
        String title,
        Order order,
        SagaState ending,
        Optional<Class<? extends DeclaredError>> refusal,
        List<String> ledgers) {

    /** The stories, each with an order of its own, so that they can be told again on the same server. */
    static List<Story> all() {
        return List.of(completed(), refused());
    }

    private static Story completed() {
        return new Story(
                "an order that completes",
                new Order(UUID.randomUUID(), "alice", "teapot", 2, new BigDecimal("59.80")),
                SagaState.COMPLETED,
                Optional.empty(),
                List.of(
                        "inventory did reserve 2 x teapot",
                        "billing did authorize 59.80",
                        "shipping did book a truck for teapot",
                        "billing did capture the amount",
                        "mail did send the receipt to alice"));
    }

    private static Story refused() {
        return new Story(
                "an order whose shipment is refused",
                new Order(UUID.randomUUID(), "bob", "grand-piano", 1, new BigDecimal("4200.00")),
                SagaState.COMPENSATED,
                Optional.of(NotServed.class),
                List.of(
                        "inventory did reserve 1 x grand-piano",
                        "billing did authorize 4200.00",
                        "shipping refused book a truck for grand-piano",
                        "billing undid authorize 4200.00",
                        "inventory undid reserve 1 x grand-piano"));
    }
}
