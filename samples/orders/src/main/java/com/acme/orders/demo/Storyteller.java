package com.acme.orders.demo;

import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import com.acme.orders.participants.Shop;
import com.acme.servers.TemporalServer;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Places each story's order as any client of the shop would; the steps in between are told by the shop's ledgers. */
final class Storyteller {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TemporalServer server;
    private final Shop shop;
    private final Rescue rescue;
    private final BusyDay busyDay;
    private final PrintStream out;
    private final List<Telling> told = new ArrayList<>();

    Storyteller(TemporalServer server, Shop shop, Rescue rescue, BusyDay busyDay, PrintStream out) {
        this.server = server;
        this.shop = shop;
        this.rescue = rescue;
        this.busyDay = busyDay;
        this.out = out;
    }

    Telling tell(Story story) {
        out.printf("%nThe story of %s%n", story.title());
        Telling telling = tellOrdered(story);
        tellState(telling.workflowId(), telling.ending());
        told.add(telling);
        return telling;
    }

    private Telling tellOrdered(Story story) {
        if (story.saga().givesHandle()) {
            busyDay.comesWith(story.order().orderId());
            out.printf("  %s%n", BusyDay.IN_WORDS);
        }
        if (story.likeness().isPresent()) {
            return tellDifference(story);
        }
        return story.saga().givesHandle() ? tellHandle(story) : tellAll(story);
    }

    private Telling tellAll(Story story) {
        tellOrder(story.saga(), story.order());
        if (story.answer() == SagaState.COMPENSATION_FAILED) {
            rescue.prepare(story.order().orderId());
        }
        Answer answer = execute(story);
        SagaHandle<Confirmation> saga = find(story);
        boolean stuck = answer.state() == SagaState.COMPENSATION_FAILED;
        if (stuck) {
            // Its caller need not wait for the other undo, but the next line must.
            Waiting.until(saga, Waiting::nothingIsOnItsWay, PATIENCE);
        }
        out.printf("  the caller %s%n", answer.inWords());
        return telling(story, answer, stuck ? Optional.of(settle(saga)) : Optional.empty());
    }

    private Telling tellHandle(Story story) {
        tellOrder(story.saga(), story.order());
        long started = System.nanoTime();
        SagaHandle<Confirmation> saga = story.saga().start(server.client(), story.order());
        long given = System.nanoTime();
        out.printf("  the caller has a handle after %d ms", TimeUnit.NANOSECONDS.toMillis(given - started));
        SagaStatus status = Waiting.until(saga, Waiting::hasSomethingToShow, PATIENCE);
        out.printf(", and sees %s on it%n", Objects.requireNonNullElse(status.moment(), status.state()));
        Answer answer = Answer.of(() -> saga.result(PATIENCE));
        Telling telling = telling(story, answer, Optional.empty());
        out.printf("  sent: %s%n", telling.calls().requests());
        telling.ledgers().forEach(line -> out.println(LedgerLines.step(line)));
        out.printf("  the caller asks the handle, and %s%n", answer.inWords());
        return telling;
    }

    private void tellOrder(Saga saga, Order order) {
        out.printf(
                "  %s %s %d x %s for %s%n",
                order.customerId(),
                saga.verb(),
                order.quantity(),
                order.sku(),
                order.amount().toPlainString());
    }

    private Remedy settle(SagaHandle<Confirmation> saga) {
        tellState(saga.workflowId(), saga.status().state());
        return rescue.settle(saga);
    }

    private Telling tellDifference(Story story) {
        Telling telling = telling(story, execute(story), Optional.empty());
        told.stream()
                .filter(other -> story.likeness().equals(Optional.of(other.story())))
                .forEach(other -> Contrast.of(other, telling).forEach(out::println));
        return telling;
    }

    private Answer execute(Story story) {
        return Answer.of(() -> story.saga().execute(server.client(), story.order(), PATIENCE));
    }

    private SagaHandle<Confirmation> find(Story story) {
        return story.saga().find(server.client(), story.order());
    }

    private Telling telling(Story story, Answer answer, Optional<Remedy> remedy) {
        SagaHandle<Confirmation> saga = find(story);
        String workflowId = saga.workflowId();
        SagaState ending = Waiting.until(saga, Waiting::isOver, PATIENCE).state();
        SentCalls calls = SentCalls.of(server.client(), workflowId);
        return new Telling(story, workflowId, answer, remedy, ending, calls, shop.lines(workflowId));
    }

    private void tellState(String workflowId, SagaState state) {
        out.printf("  %s is %s%n", workflowId, state);
        server.webUi().ifPresent(ui -> out.printf("  %s%n", ui.page(workflowId)));
    }
}
