package com.acme.orders.demo;

import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import com.acme.orders.PlaceOrderClient;
import com.acme.orders.PlaceOrderFailed;
import com.acme.orders.participants.Shop;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaHandle;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/** Places each story's order as any client of the shop would; the steps in between are told by the shop's ledgers. */
final class Storyteller {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PlaceOrderClient orders;
    private final Optional<WebUi> webUi;
    private final Shop shop;
    private final PrintStream out;

    Storyteller(TemporalServer server, Shop shop, PrintStream out) {
        this.orders = new PlaceOrderClient(server.client());
        this.webUi = server.webUi();
        this.shop = shop;
        this.out = out;
    }

    Telling tell(Story story) {
        Order order = story.order();
        out.printf("%nThe story of %s%n", story.title());
        out.printf(
                "  %s orders %d x %s for %s%n",
                order.customerId(),
                order.quantity(),
                order.sku(),
                order.amount().toPlainString());
        SagaHandle<Confirmation> saga = orders.start(order);
        Optional<Class<?>> refusal = awaitAnswer(saga);
        Telling telling =
                new Telling(story, saga.workflowId(), saga.status().state(), refusal, shop.lines(saga.workflowId()));
        out.printf("  %s is %s%n", telling.workflowId(), telling.ending());
        webUi.ifPresent(ui -> out.printf("  %s%n", ui.page(telling.workflowId())));
        return telling;
    }

    private Optional<Class<?>> awaitAnswer(SagaHandle<Confirmation> saga) {
        try {
            Outcome<Confirmation> outcome = saga.result(PATIENCE);
            out.printf(
                    "  the caller gets %s%n",
                    outcome instanceof Outcome.Done<Confirmation> done ? done.result() : "no answer yet");
            return Optional.empty();
        } catch (PlaceOrderFailed failed) {
            Throwable cause = failed.getCause();
            out.printf("  the caller catches PlaceOrderFailed, caused by %s%n", describe(cause));
            return Optional.ofNullable(cause).map(Throwable::getClass);
        }
    }

    private static String describe(Throwable cause) {
        return cause instanceof DeclaredError error
                ? error.errorFields().toString().replaceFirst("^Fields", error.getMessage())
                : String.valueOf(cause);
    }
}
