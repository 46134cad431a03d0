package com.acme.orders;

import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaClient;
import dev.skald.runtime.SagaHandle;
import io.temporal.client.WorkflowClient;
import java.time.Duration;

/** Starts saga PlaceOrder and finds it again. */
public final class PlaceOrderClient {

    private final SagaClient<Confirmation> sagas;

    public PlaceOrderClient(WorkflowClient client) {
        this.sagas = SagaClient.of("com.acme.orders.PlaceOrder", 1, Confirmation.class)
                .taskQueue("com.acme.orders.PlaceOrder")
                .errors(OutOfStock.TYPE, CardDeclined.TYPE, NotServed.TYPE)
                .failure(PlaceOrderFailed::new)
                .on(client);
    }

    /** Starts it, or attaches to the one that runs or completed. */
    public SagaHandle<Confirmation> start(Order order) {
        return sagas.start(order.orderId().toString(), order);
    }

    public Confirmation execute(Order order) {
        return start(order).result();
    }

    public Outcome<Confirmation> execute(Order order, Duration waitAtMost) {
        return start(order).result(waitAtMost);
    }

    public SagaHandle<Confirmation> handle(String id) {
        return sagas.handle(id);
    }
}
