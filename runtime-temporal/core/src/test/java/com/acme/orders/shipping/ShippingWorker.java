package com.acme.orders.shipping;

import com.acme.orders.Shipment;
import dev.skald.runtime.Skald;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;

/** The worker side of participant shipping. */
public final class ShippingWorker {

    public static final String TASK_QUEUE = "shipping";

    private ShippingWorker() {}

    /** Makes the factory's worker of {@link #TASK_QUEUE} serve the implementation. */
    public static Worker register(WorkerFactory factory, ShippingActivities implementation) {
        Worker worker = Skald.worker(factory, TASK_QUEUE);
        worker.registerActivitiesImplementations(new Adapter(implementation));
        return worker;
    }

    private record Adapter(ShippingActivities implementation) implements ShippingWire {
        @Override
        public Shipment book(BookRequest request) {
            return implementation.book(request.orderId(), request.sku());
        }

        @Override
        public void cancel(CancelRequest request) {
            implementation.cancel(request.orderId());
        }
    }
}
