package com.acme.shop.shipping;

import com.acme.shop.ledger.Ledger;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;

/** The process that serves {@code shipping} and takes its steps of orders. It needs the code of no other service. */
public final class ShippingService {

    private ShippingService() {}

    /**
     * Starts the service, on the Temporal server at {@code TEMPORAL_ADDRESS}.
     *
     * @param arguments the file of its ledger
     */
    public static void main(String... arguments) {
        WorkflowServiceStubs server = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(System.getenv().getOrDefault("TEMPORAL_ADDRESS", "127.0.0.1:7233"))
                .build());
        WorkflowClient client = WorkflowClient.newInstance(
                server, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
        WorkerFactory workers = WorkerFactory.newInstance(client);
        ShippingWorker.register(workers, new Shipping(Ledger.open(Path.of(arguments[0]))));
        workers.start();
        System.out.println("shipping is there");
    }
}
