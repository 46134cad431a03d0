package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.participants.Shop;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A saga with a loop, a choice and an event on a real server, whose worker is another one before the event comes. */
@Tag("real-server")
final class BigOrderOnServerTest {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");

    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    private final WorkflowClient client = WorkflowClient.newInstance(
            stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
    private final Shop shop = new Shop(line -> {});
    private final PlaceBigOrderClient orders = new PlaceBigOrderClient(client);
    private WorkerFactory workers = WorkerFactory.newInstance(client);

    @BeforeEach
    void startWorkers() {
        shop.register(workers);
        workers.start();
    }

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
        stubs.shutdownNow();
    }

    @Test
    @Timeout(60)
    void anOrderIsApprovedAfterItsWorkersWereStartedAgain() {
        BigOrder order = new BigOrder(
                UUID.randomUUID(),
                "alice",
                List.of(new OrderLine("teapot", 2), new OrderLine("teapot", 3)),
                new BigDecimal("450.00"));
        SagaHandle<String> handle = orders.start(order);
        awaitApproval(handle);

        workers.shutdownNow();
        workers = WorkerFactory.newInstance(client);
        startWorkers();
        orders.sendApproval(order.orderId().toString(), new Approval("ann"));

        assertThat(handle.result()).isEqualTo("2 articles, approved by ann");
        assertThat(shop.lines("PlaceBigOrder/" + order.orderId()))
                .extracting(line -> line.mark() + " " + line.what())
                .containsExactly(
                        "DONE reserve 2 x teapot",
                        "DONE reserve 3 x teapot",
                        "DONE authorize 450.00",
                        "DONE capture the amount");
    }

    private static void awaitApproval(SagaHandle<String> handle) {
        SagaStatus status = handle.status();
        while (status.waitingFor().isEmpty()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            status = handle.status();
        }
        assertThat(status.waitingFor()).singleElement().asString().contains("approval");
    }
}
