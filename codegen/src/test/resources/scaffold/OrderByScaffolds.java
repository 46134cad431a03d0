package com.acme.orders;

import com.acme.orders.billing.Billing;
import com.acme.orders.billing.BillingWorker;
import com.acme.orders.inventory.Inventory;
import com.acme.orders.inventory.InventoryWorker;
import com.acme.orders.mail.Mail;
import com.acme.orders.mail.MailWorker;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import com.acme.orders.shipping.Shipping;
import com.acme.orders.shipping.ShippingWorker;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.Skald;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactoryOptions;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Consumer;

/** Places an order with participants that nobody has written yet, and shows it to somebody. */
public final class OrderByScaffolds implements Consumer<Consumer<SagaHandle<?>>> {

    @Override
    public void accept(Consumer<SagaHandle<?>> witness) {
        TestEnvironmentOptions options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder())
                        .build())
                .build();
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(options)) {
            PlaceOrderWorker.register(temporal.getWorkerFactory());
            InventoryWorker.register(temporal.getWorkerFactory(), new Inventory());
            BillingWorker.register(temporal.getWorkerFactory(), new Billing());
            ShippingWorker.register(temporal.getWorkerFactory(), new Shipping());
            MailWorker.register(temporal.getWorkerFactory(), new Mail());
            temporal.start();
            witness.accept(new PlaceOrderClient(temporal.getWorkflowClient())
                    .start(new Order(UUID.randomUUID(), "alice", "teapot", 2, new BigDecimal("59.80"))));
        }
    }
}
