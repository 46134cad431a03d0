package com.acme.orders.billing;

import com.acme.orders.Authorization;
import dev.skald.runtime.Skald;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;

/** The worker side of participant billing. */
public final class BillingWorker {

    public static final String TASK_QUEUE = "billing";

    private BillingWorker() {}

    /** Makes the factory's worker of {@link #TASK_QUEUE} serve the implementation. */
    public static Worker register(WorkerFactory factory, BillingActivities implementation) {
        Worker worker = Skald.worker(factory, TASK_QUEUE);
        worker.registerActivitiesImplementations(new Adapter(implementation));
        return worker;
    }

    private record Adapter(BillingActivities implementation) implements BillingWire {
        @Override
        public Authorization authorize(AuthorizeRequest request) {
            return implementation.authorize(request.orderId(), request.customerId(), request.amount());
        }

        @Override
        public void voidAuthorization(VoidAuthorizationRequest request) {
            implementation.voidAuthorization(request.orderId());
        }

        @Override
        public void capture(CaptureRequest request) {
            implementation.capture(request.orderId());
        }
    }
}
