package com.acme.orders.inventory;

import com.acme.orders.Reservation;
import dev.skald.runtime.Skald;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;

/** The worker side of participant inventory. */
public final class InventoryWorker {

    public static final String TASK_QUEUE = "inventory";

    private InventoryWorker() {}

    /** Makes the factory's worker of {@link #TASK_QUEUE} serve the implementation. */
    public static Worker register(WorkerFactory factory, InventoryActivities implementation) {
        Worker worker = Skald.worker(factory, TASK_QUEUE);
        worker.registerActivitiesImplementations(new Adapter(implementation));
        return worker;
    }

    private record Adapter(InventoryActivities implementation) implements InventoryWire {
        @Override
        public Reservation reserve(ReserveRequest request) {
            return implementation.reserve(request.orderId(), request.sku(), request.quantity());
        }

        @Override
        public void release(ReleaseRequest request) {
            implementation.release(request.orderId());
        }
    }
}
