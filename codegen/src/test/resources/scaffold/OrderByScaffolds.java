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
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.BiFunction;

/** Places an order with participants that nobody has written yet. */
public final class OrderByScaffolds implements BiFunction<WorkerFactory, WorkflowClient, SagaHandle<?>> {

    @Override
    public SagaHandle<?> apply(WorkerFactory factory, WorkflowClient client) {
        PlaceOrderWorker.register(factory);
        InventoryWorker.register(factory, new Inventory());
        BillingWorker.register(factory, new Billing());
        ShippingWorker.register(factory, new Shipping());
        MailWorker.register(factory, new Mail());
        factory.start();
        return new PlaceOrderClient(client)
                .start(new Order(UUID.randomUUID(), "alice", "teapot", 2, new BigDecimal("59.80")));
    }
}
