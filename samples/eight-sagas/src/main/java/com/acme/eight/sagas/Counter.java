package com.acme.eight.sagas;

import com.acme.eight.Order;
import com.acme.eight.timely.TimelyEpicClient;
import com.acme.eight.timely.TimelyFairyTaleClient;
import com.acme.eight.timely.TimelyFantasyFictionClient;
import com.acme.eight.timely.TimelyHorrorStoryClient;
import com.acme.eight.timely.TimelyParallelClient;
import com.acme.eight.timely.TimelyPhoneTagClient;
import com.acme.eight.timely.TimelyTimeTravelClient;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaHandle;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where a caller places orders on one of the eight sagas: its generated client, under a type that all eight share. */
public final class Counter {

    private final Function<Order, SagaHandle<Void>> start;
    private final BiFunction<Order, Duration, Outcome<Void>> ask;
    private final Function<String, SagaHandle<Void>> find;

    private Counter(
            Function<Order, SagaHandle<Void>> start,
            BiFunction<Order, Duration, Outcome<Void>> ask,
            Function<String, SagaHandle<Void>> find) {
        this.start = start;
        this.ask = ask;
        this.find = find;
    }

    /**
     * Opens the counter of a saga.
     *
     * @param pattern which of the eight
     * @param client a client that was made with Skald's options
     * @return where orders are placed on it
     */
    public static Counter of(Pattern pattern, WorkflowClient client) {
        return switch (pattern) {
            case EPIC -> {
                var sagas = new com.acme.eight.epic.PlaceOrderClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case FAIRY_TALE -> {
                var sagas = new com.acme.eight.fairytale.PlaceOrderClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case PHONE_TAG -> {
                var sagas = new com.acme.eight.phonetag.PlaceOrderClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case TIME_TRAVEL -> {
                var sagas = new com.acme.eight.timetravel.PlaceOrderClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case HORROR_STORY -> {
                var sagas = new com.acme.eight.horrorstory.PlaceOrderClient(client);
                yield new Counter(sagas::start, later(sagas::start), sagas::handle);
            }
            case ANTHOLOGY -> {
                var sagas = new com.acme.eight.anthology.PlaceOrderClient(client);
                yield new Counter(
                        sagas::start, (order, atMost) -> new Outcome.Pending<>(sagas.start(order)), sagas::handle);
            }
            case FANTASY_FICTION -> {
                var sagas = new com.acme.eight.fantasyfiction.PlaceOrderClient(client);
                yield new Counter(sagas::start, later(sagas::start), sagas::handle);
            }
            case PARALLEL -> {
                var sagas = new com.acme.eight.parallel.PlaceOrderClient(client);
                yield new Counter(sagas::start, later(sagas::start), sagas::handle);
            }
        };
    }

    /**
     * Opens the counter of a saga that has a deadline.
     *
     * @param pattern which of the eight
     * @param client a client that was made with Skald's options
     * @return where orders are placed on it
     * @throws IllegalArgumentException for an Anthology, which has none
     */
    public static Counter timely(Pattern pattern, WorkflowClient client) {
        return switch (pattern) {
            case EPIC -> {
                var sagas = new TimelyEpicClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case FAIRY_TALE -> {
                var sagas = new TimelyFairyTaleClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case PHONE_TAG -> {
                var sagas = new TimelyPhoneTagClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case TIME_TRAVEL -> {
                var sagas = new TimelyTimeTravelClient(client);
                yield new Counter(sagas::start, sagas::execute, sagas::handle);
            }
            case FANTASY_FICTION -> {
                var sagas = new TimelyFantasyFictionClient(client);
                yield new Counter(sagas::start, later(sagas::start), sagas::handle);
            }
            case HORROR_STORY -> {
                var sagas = new TimelyHorrorStoryClient(client);
                yield new Counter(sagas::start, later(sagas::start), sagas::handle);
            }
            case PARALLEL -> {
                var sagas = new TimelyParallelClient(client);
                yield new Counter(sagas::start, later(sagas::start), sagas::handle);
            }
            case ANTHOLOGY -> throw new IllegalArgumentException("An Anthology has no deadline.");
        };
    }

    /** In an async saga the order is placed first, and asked for later. */
    private static BiFunction<Order, Duration, Outcome<Void>> later(Function<Order, SagaHandle<Void>> start) {
        return (order, atMost) -> start.apply(order).result(atMost);
    }

    /**
     * Starts the saga of an order.
     *
     * @param order the order
     * @return its handle
     */
    public SagaHandle<Void> start(Order order) {
        return start.apply(order);
    }

    /**
     * Places an order as the saga's callers do, and comes back with what they are told: those of a sync saga wait for
     * the answer, those of an async one ask its handle, and those of an Anthology are not answered at all.
     *
     * @param order the order
     * @param atMost how long to wait
     * @return what comes of it
     * @throws dev.skald.runtime.SagaFailed if the order was not carried out
     */
    public Outcome<Void> place(Order order, Duration atMost) {
        return ask.apply(order, atMost);
    }

    /**
     * Finds the saga of an order.
     *
     * @param orderId the order's id
     * @return its handle
     */
    public SagaHandle<Void> find(UUID orderId) {
        return find.apply(orderId.toString());
    }
}
