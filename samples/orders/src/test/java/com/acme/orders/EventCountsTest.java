package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.participants.Shop;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Counts the history events of a saga of three steps on a real server, for the embedded one counts otherwise. They are
 * the fewest that Temporal allows: what Skald adds costs none.
 */
@Tag("real-server")
final class EventCountsTest {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");

    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    private final WorkflowClient client = WorkflowClient.newInstance(
            stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
    private final WorkerFactory workers = WorkerFactory.newInstance(client);
    private final HoldOrderClient orders = new HoldOrderClient(client);

    @BeforeEach
    void startWorkers() {
        new Shop(line -> {}).register(workers);
        workers.start();
    }

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
        stubs.shutdownNow();
    }

    @Test
    void threeStepsTake23Events() {
        Order order = order("teapot");

        orders.execute(order);

        assertThat(events(order)).isEqualTo(23);
    }

    @Test
    void thirdStepRefusedAndTwoUndosTake35Events() {
        Order order = order("grand-piano");

        assertThatThrownBy(() -> orders.execute(order))
                .isInstanceOf(HoldOrderFailed.class)
                .hasCauseInstanceOf(NotServed.class);

        assertThat(events(order)).isEqualTo(35);
    }

    private int events(Order order) {
        WorkflowExecutionHistory history = client.fetchHistory("HoldOrder/" + order.orderId());
        return history.getEvents().size();
    }

    private static Order order(String sku) {
        return new Order(UUID.randomUUID(), "alice", sku, 1, new BigDecimal("59.80"));
    }
}
