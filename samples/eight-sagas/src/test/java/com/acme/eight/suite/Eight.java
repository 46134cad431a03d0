package com.acme.eight.suite;

import com.acme.eight.Order;
import com.acme.eight.sagas.Counter;
import com.acme.eight.sagas.Pattern;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An order on each of the eight sagas, at the same time, on a real server. */
final class Eight {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> LINKS = List.of("authorization", "shipment", "capture", "sendReceipt");
    private static final Set<SagaState> ENDINGS =
            Set.of(SagaState.COMPLETED, SagaState.COMPENSATED, SagaState.RESOLVED_MANUALLY);

    private final WorkflowClient client;
    private final Map<Pattern, Order> orders = new EnumMap<>(Pattern.class);
    private final Map<Pattern, Caller> callers = new EnumMap<>(Pattern.class);

    private Eight(WorkflowClient client) {
        this.client = client;
    }

    static Eight placed(WorkflowClient client) {
        Eight eight = new Eight(client);
        for (Pattern pattern : Pattern.values()) {
            Order order = new Order(UUID.randomUUID(), "alice", "teapot", 1, new BigDecimal("59.80"));
            eight.orders.put(pattern, order);
            eight.callers.put(pattern, Caller.placing(order, Counter.of(pattern, client)));
        }
        return eight;
    }

    UUID orderId(Pattern pattern) {
        return orders.get(pattern).orderId();
    }

    Caller caller(Pattern pattern) {
        return callers.get(pattern);
    }

    SagaHandle<Void> saga(Pattern pattern) {
        return Counter.of(pattern, client).find(orderId(pattern));
    }

    /** Whether the server has closed the saga's workflow, and those of its links. */
    boolean isClosed(Pattern pattern) {
        String front = saga(pattern).workflowId();
        return pattern.isOrchestrated()
                ? isClosed(front)
                : Stream.concat(Stream.of(front), LINKS.stream().map(link -> front + "/" + link))
                        .allMatch(this::isClosed);
    }

    private boolean isClosed(String workflowId) {
        try {
            return client.newUntypedWorkflowStub(workflowId).describe().getStatus()
                    != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException notYet) {
            return false;
        }
    }

    /** Waits until each of them is over. */
    void awaitOver() {
        awaitAll(
                "an end",
                pattern -> isClosed(pattern)
                        && ENDINGS.contains(saga(pattern).status().state()));
    }

    void awaitAll(String what, Predicate<Pattern> condition) {
        for (Pattern pattern : Pattern.values()) {
            await(what + " of " + pattern, () -> condition.test(pattern));
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came: " + what);
            }
            World.pause(Duration.ofMillis(50));
        }
    }
}
