package com.acme.eight.suite;

import com.acme.eight.Order;
import com.acme.eight.participants.Ledger.Mark;
import com.acme.eight.participants.Service;
import com.acme.eight.participants.Services;
import com.acme.eight.participants.Shop;
import com.acme.eight.sagas.Counter;
import com.acme.eight.sagas.Pattern;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.Skald;
import dev.skald.runtime.StepState;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One saga of the eight, its participants and their workers, in memory; time passes there when it is told to. */
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<SagaState> ENDINGS =
            EnumSet.of(SagaState.COMPLETED, SagaState.COMPENSATED, SagaState.RESOLVED_MANUALLY);

    final Pattern pattern;
    final Shop shop = new Shop();
    final Trouble trouble = new Trouble();
    final Services services;
    final Order order;

    private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
    private final Counter counter;

    private World(Pattern pattern, String sku, String amount, BiFunction<Pattern, WorkflowClient, Counter> counters) {
        this.pattern = pattern;
        this.order = new Order(UUID.randomUUID(), "alice", sku, 1, new BigDecimal(amount));
        // Not the environment's own client: while somebody waits by that one, time passes.
        WorkflowClient client = WorkflowClient.newInstance(
                temporal.getWorkflowServiceStubs(),
                Skald.clientOptions(WorkflowClientOptions.newBuilder())
                        .setNamespace(temporal.getNamespace())
                        .build());
        services = new Services(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(trouble)
                        // The test server waits for ever for a worker that has a workflow in its cache and is gone.
                        .setWorkflowCacheSize(0)
                        .build(),
                shop);
        counter = counters.apply(pattern, client);
    }

    /** All will go well. */
    static World of(Pattern pattern) {
        return new World(pattern, "teapot", "59.80", Counter::of);
    }

    /** All will go well, within a deadline. */
    static World timely(Pattern pattern) {
        return new World(pattern, "teapot", "59.80", Counter::timely);
    }

    /** The participant of a step will refuse. */
    static World refusing(Pattern pattern, String step) {
        return switch (step) {
            case "reservation" -> new World(pattern, "unicorn", "59.80", Counter::of);
            case "authorization" -> new World(pattern, "teapot", "5900.00", Counter::of);
            case "shipment" -> new World(pattern, "grand-piano", "59.80", Counter::of);
            case "capture" -> {
                World world = of(pattern);
                world.shop.billing().block(world.order.orderId());
                yield world;
            }
            default -> throw new IllegalArgumentException(step);
        };
    }

    /** Starts all workers but these. */
    World without(Service... down) {
        EnumSet<Service> up = EnumSet.allOf(Service.class);
        List.of(down).forEach(up::remove);
        up.forEach(services::up);
        return this;
    }

    Caller place() {
        return Caller.placing(order, counter);
    }

    SagaHandle<Void> saga() {
        return counter.find(order.orderId());
    }

    SagaStatus status() {
        return saga().status();
    }

    /**
     * Lets time pass, whoever is being waited for: each call that is not answered holds the time once, and each sleeper
     * lets it go once.
     */
    void skip(Duration time) {
        long end = temporal.currentTimeMillis() + time.toMillis();
        List<CompletableFuture<Void>> sleepers = new ArrayList<>();
        long left = time.toMillis();
        while (left > 0) {
            Duration rest = Duration.ofMillis(left);
            sleepers.add(CompletableFuture.runAsync(() -> temporal.sleep(rest), Caller.IN_BACKGROUND));
            long before;
            do {
                before = left;
                pause(Duration.ofMillis(500));
                left = end - temporal.currentTimeMillis();
            } while (left > 0 && before - left > 2_000);
        }
        sleepers.forEach(CompletableFuture::join);
    }

    boolean isDone(String step) {
        return isWritten(step, Mark.DONE);
    }

    boolean isUndone(String step) {
        return isWritten(step, Mark.UNDONE);
    }

    private boolean isWritten(String step, Mark mark) {
        return shop.lines(order.orderId()).stream()
                .anyMatch(line -> line.mark() == mark && line.call().step().equals(step));
    }

    /** Waits until the saga is over, or will not go on by itself. */
    SagaStatus settled() {
        await("an end", () -> is(World::isOver) || is(World::isStuck));
        return status();
    }

    /** Waits until the saga is over. */
    SagaStatus over() {
        await("an end", () -> is(World::isOver));
        return status();
    }

    boolean is(Predicate<SagaStatus> so) {
        try {
            return so.test(status());
        } catch (WorkflowNotFoundException notYet) {
            return false;
        }
    }

    static boolean isOver(SagaStatus status) {
        return ENDINGS.contains(status.state());
    }

    static boolean isStuck(SagaStatus status) {
        return !status.notified().isEmpty()
                && status.steps().stream()
                        .allMatch(step -> step.state() != StepState.COMPENSATING && step.state() != StepState.RUNNING);
    }

    /** Waits in real time. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return;
            }
            pause(Duration.ofMillis(20));
        }
        throw new AssertionError("never came: " + what + "; " + status());
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        services.close();
        temporal.close();
    }
}
