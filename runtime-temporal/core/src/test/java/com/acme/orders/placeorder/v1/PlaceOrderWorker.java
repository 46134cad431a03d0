package com.acme.orders.placeorder.v1;

import dev.skald.runtime.Skald;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;

/** The worker side of saga PlaceOrder. */
public final class PlaceOrderWorker {

    public static final String TASK_QUEUE = "com.acme.orders.PlaceOrder";

    private PlaceOrderWorker() {}

    /** Makes the factory's worker of {@link #TASK_QUEUE} run the saga. */
    public static Worker register(WorkerFactory factory) {
        Worker worker = Skald.worker(factory, TASK_QUEUE);
        worker.registerWorkflowImplementationTypes(PlaceOrderWorkflowImpl.class);
        return worker;
    }
}
