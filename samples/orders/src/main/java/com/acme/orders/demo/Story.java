package com.acme.orders.demo;

import com.acme.orders.NotServed;
import com.acme.orders.Order;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order, and how it is to end.
 *
 * @param title what it is about
 * @param name what the order is called in a table
 * @param saga the definition that it runs on
 * @param order what is ordered
 * @param answer the saga's state when its caller is answered; where that is {@code COMPENSATION_FAILED}, the card
 *     processor goes down in the middle of the story and a {@link Remedy} is asked for
 * @param refusal the participant's error that the caller gets, if any
 * @param ending the saga's state at the end, unless the remedy says otherwise
 * @param ledgers what the ledgers say then, oldest line first; where the remedy is a retry, its undo comes after them
 * @param likeness the story that it is compared with, if only the difference is to be told
 */
record Story(
        String title,
        String name,
        Saga saga,
        Order order,
        SagaState answer,
        Optional<Class<? extends DeclaredError>> refusal,
        SagaState ending,
        List<String> ledgers,
        Optional<Story> likeness) {

    /** The stories, each with an order of its own, so that they can be told again on the same server. */
    static List<Story> all() {
        Story completed = completed();
        Story refused = refused();
        Story eventual = eventual(refused);
        return List.of(completed, refused, stuck(), eventual, together(), refusedInFlight(eventual));
    }

    /** How the saga should end after the remedy. */
    SagaState endingAfter(Optional<Remedy> remedy) {
        return remedy.map(Remedy::ending).orElse(ending);
    }

    /** What the ledgers should say after the remedy. */
    List<String> ledgersAfter(Optional<Remedy> remedy) {
        List<String> lines = new ArrayList<>(ledgers);
        if (remedy.equals(Optional.of(Remedy.RETRY))) {
            lines.add("billing undid authorize " + order.amount().toPlainString());
        }
        return lines;
    }

    private static Story completed() {
        return new Story(
                "an order that completes",
                "alice",
                Saga.PLACE_ORDER,
                new Order(UUID.randomUUID(), "alice", "teapot", 2, new BigDecimal("59.80")),
                SagaState.COMPLETED,
                Optional.empty(),
                SagaState.COMPLETED,
                List.of(
                        "inventory did reserve 2 x teapot",
                        "billing did authorize 59.80",
                        "shipping did book a truck for teapot",
                        "billing did capture the amount",
                        "mail did send the receipt to alice"),
                Optional.empty());
    }

    private static Story refused() {
        return new Story(
                "an order whose shipment is refused",
                "bob",
                Saga.PLACE_ORDER,
                grandPiano("bob"),
                SagaState.COMPENSATED,
                Optional.of(NotServed.class),
                SagaState.COMPENSATED,
                List.of(
                        "inventory did reserve 1 x grand-piano",
                        "billing did authorize 4200.00",
                        "shipping refused book a truck for grand-piano",
                        "billing undid authorize 4200.00",
                        "inventory undid reserve 1 x grand-piano"),
                Optional.empty());
    }

    private static Story stuck() {
        return new Story(
                "an undo that keeps failing",
                "carol",
                Saga.HOLD_ORDER,
                grandPiano("carol"),
                SagaState.COMPENSATION_FAILED,
                Optional.of(NotServed.class),
                SagaState.COMPENSATION_FAILED,
                List.of(
                        "inventory did reserve 1 x grand-piano",
                        "billing did authorize 4200.00",
                        "shipping refused book a truck for grand-piano",
                        "inventory undid reserve 1 x grand-piano"),
                Optional.empty());
    }

    private static Story eventual(Story refused) {
        return new Story(
                "the refused order again, with one word changed: eventual for atomic",
                "bob again",
                Saga.PLACE_ORDER_EVENTUAL,
                grandPiano("bob"),
                SagaState.COMPENSATION_SENT,
                refused.refusal(),
                refused.ending(),
                refused.ledgers(),
                Optional.of(refused));
    }

    private static Story together() {
        return new Story(
                "an order whose requests go out together: async eventual, a Parallel",
                "dora",
                Saga.PLACE_ORDER_PARALLEL,
                new Order(UUID.randomUUID(), "dora", "teapot", 2, new BigDecimal("59.80")),
                SagaState.COMPLETED,
                Optional.empty(),
                SagaState.COMPLETED,
                List.of(
                        "shipping did book a truck for teapot",
                        "inventory did reserve 2 x teapot",
                        "billing did authorize 59.80",
                        "billing did capture the amount",
                        "mail did send the receipt to dora"),
                Optional.empty());
    }

    private static Story refusedInFlight(Story eventual) {
        return new Story(
                "the refused order once more, with another word changed: async for sync",
                "bob later",
                Saga.PLACE_ORDER_PARALLEL,
                grandPiano("bob"),
                eventual.answer(),
                eventual.refusal(),
                eventual.ending(),
                eventual.ledgers(),
                Optional.of(eventual));
    }

    private static Order grandPiano(String customer) {
        return new Order(UUID.randomUUID(), customer, "grand-piano", 1, new BigDecimal("4200.00"));
    }
}
