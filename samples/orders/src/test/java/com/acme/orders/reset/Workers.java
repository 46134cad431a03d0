package com.acme.orders.reset;

import com.acme.orders.files.FileShop;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The saga's worker and those of its participants, whose files are in one folder. */
final class Workers implements AutoCloseable {

    private final FileShop shop;
    private final WorkerFactory factory;

    Workers(WorkflowClient client, Path folder, WorkerInterceptor... interceptors) {
        shop = FileShop.open(folder, line -> {});
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(interceptors)
                        .build());
        shop.register(factory);
        PlaceOrderWorker.register(factory);
    }

    void start() {
        factory.start();
    }

    @Override
    public void close() {
        factory.shutdownNow();
        factory.awaitTermination(20, TimeUnit.SECONDS);
        shop.close();
    }
}
