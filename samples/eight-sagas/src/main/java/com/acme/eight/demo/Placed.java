package com.acme.eight.demo;

import com.acme.eight.Order;
import com.acme.eight.participants.Ledger.Line;
import com.acme.eight.participants.Shop;
import com.acme.eight.sagas.Counter;
import com.acme.eight.sagas.Pattern;
import com.acme.servers.DemoFailed;
import com.acme.servers.Pause;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * An order that was placed on one of the sagas, and whose caller waits for what it is told.
 *
 * @param pattern which saga
 * @param occasion what it meets
 * @param order the order
 * @param at when it was placed
 * @param answer what its caller is told, some time
 * @param handle the saga
 * @param client what the saga's workflows are found with
 * @param shop the participants
 */
record Placed(
        Pattern pattern,
        Occasion occasion,
        Order order,
        Instant at,
        CompletableFuture<Answer> answer,
        SagaHandle<Void> handle,
        WorkflowClient client,
        Shop shop) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What a caller was told, and when. */
    record Answer(String what, Instant at) {}

    static Placed on(
            Pattern pattern, Occasion occasion, Order order, Counter counter, WorkflowClient client, Shop shop) {
        Instant at = Instant.now();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread caller = new Thread(() -> answer.complete(call(counter, order)), "caller of " + pattern.title());
        caller.setDaemon(true);
        caller.start();
        return new Placed(pattern, occasion, order, at, answer, counter.find(order.orderId()), client, shop);
    }

    private static Answer call(Counter counter, Order order) {
        try {
            boolean done = counter.place(order, PATIENCE) instanceof Outcome.Done<Void>;
            return new Answer(done ? "is served" : "has a handle", Instant.now());
        } catch (SagaFailed failed) {
            Throwable cause = failed.getCause();
            String why = cause instanceof DeclaredError ? cause.getClass().getSimpleName() : String.valueOf(cause);
            return new Answer("catches %s (%s)".formatted(why, failed.outcome()), Instant.now());
        } catch (RuntimeException failure) {
            return new Answer(String.valueOf(failure), Instant.now());
        }
    }

    /** Looks on until the saga is over, or needs a person. */
    Run settled() {
        SagaStatus status = await(Placed::isSettled);
        Instant seen = Instant.now();
        List<Line> lines = shop.lines(order.orderId());
        return new Run(this, answer.join(), status, lines, seen, events(status));
    }

    /** Waits until the saga is over. */
    void awaitEnd() {
        await(status -> status.state().isEnd());
    }

    private SagaStatus await(Predicate<SagaStatus> reached) {
        Instant end = Instant.now().plus(PATIENCE);
        Optional<SagaStatus> status = status();
        while (!status.map(reached::test).orElse(false)) {
            if (Instant.now().isAfter(end)) {
                throw DemoFailed.because(
                        "%s: %s did not come to an end: %s.".formatted(pattern.title(), occasion.title(), status));
            }
            Pause.of(Duration.ofMillis(50));
            status = status();
        }
        return status.get();
    }

    private Optional<SagaStatus> status() {
        try {
            return Optional.of(handle.status());
        } catch (WorkflowNotFoundException notYet) {
            return Optional.empty();
        }
    }

    /** Of those that are over, once their workflows have closed. */
    private long events(SagaStatus status) {
        Histories histories = new Histories(client);
        if (status.state().isEnd()) {
            histories.awaitClosed(handle.workflowId(), status);
        }
        return histories.events(handle.workflowId(), status);
    }

    private static boolean isSettled(SagaStatus status) {
        return status.state().isEnd()
                || (!status.notified().isEmpty()
                        && status.steps().stream().anyMatch(step -> step.state() == StepState.NEEDS_ATTENTION));
    }
}
