package com.acme.shop.desk;

import com.acme.shop.Confirmation;
import com.acme.shop.Order;
import com.acme.shop.PlaceOrderClient;
import com.acme.shop.PlaceOrderFailed;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Where orders are placed: it starts sagas, and needs the code of no service. */
public final class Desk {

    private Desk() {}

    /**
     * Places an order for each article, all at once, and prints what becomes of each, on the Temporal server at
     * {@code TEMPORAL_ADDRESS}.
     *
     * @param arguments the articles
     */
    public static void main(String... arguments) {
        WorkflowServiceStubs server = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(System.getenv().getOrDefault("TEMPORAL_ADDRESS", "127.0.0.1:7233"))
                .build());
        PlaceOrderClient orders = new PlaceOrderClient(WorkflowClient.newInstance(
                server, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build()));
        List<SagaHandle<Confirmation>> placed = Arrays.stream(arguments)
                .map(sku -> orders.start(new Order(UUID.randomUUID(), "alice", sku, new BigDecimal("59.80"))))
                .toList();
        placed.forEach(saga -> System.out.println(saga.workflowId() + " " + outcome(saga)));
        server.shutdownNow();
    }

    private static String outcome(SagaHandle<Confirmation> saga) {
        try {
            return "COMPLETED " + saga.result().trackingCode();
        } catch (PlaceOrderFailed failed) {
            return failed.outcome() + " " + failed.getCause();
        }
    }
}
