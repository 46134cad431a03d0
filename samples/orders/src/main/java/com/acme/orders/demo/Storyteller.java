package com.acme.orders.demo;

import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import com.acme.orders.participants.Shop;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places each story's order as any client of the shop would; the steps in between are told by the shop's ledgers. */
final class Storyteller {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TemporalServer server;
    private final Shop shop;
    private final Rescue rescue;
    private final PrintStream out;
    private final List<Telling> told = new ArrayList<>();

    Storyteller(TemporalServer server, Shop shop, Rescue rescue, PrintStream out) {
        this.server = server;
        this.shop = shop;
        this.rescue = rescue;
        this.out = out;
    }

    Telling tell(Story story) {
        out.printf("%nThe story of %s%n", story.title());
        Telling telling = story.likeness().isPresent() ? tellDifference(story) : tellAll(story);
        tellState(telling.workflowId(), telling.ending());
        told.add(telling);
        return telling;
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
        String undos = SentUndos.of(server.client(), workflowId);
        return new Telling(story, workflowId, answer, remedy, ending, undos, shop.lines(workflowId));
    }

    private void tellState(String workflowId, SagaState state) {
        out.printf("  %s is %s%n", workflowId, state);
        server.webUi().ifPresent(ui -> out.printf("  %s%n", ui.page(workflowId)));
    }
}
