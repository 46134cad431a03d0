package com.acme.orders.mail;

import dev.skald.runtime.Skald;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;

/** The worker side of participant mail. */
public final class MailWorker {

    public static final String TASK_QUEUE = "notifications";

    private MailWorker() {}

    /** Makes the factory's worker of {@link #TASK_QUEUE} serve the implementation. */
    public static Worker register(WorkerFactory factory, MailActivities implementation) {
        Worker worker = Skald.worker(factory, TASK_QUEUE);
        worker.registerActivitiesImplementations(new Adapter(implementation));
        return worker;
    }

    private record Adapter(MailActivities implementation) implements MailWire {
        @Override
        public void sendReceipt(SendReceiptRequest request) {
            implementation.sendReceipt(request.customerId(), request.trackingCode());
        }
    }
}
