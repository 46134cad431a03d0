package com.acme.eight.participants;

import com.acme.eight.billing.BillingWorker;
import com.acme.eight.inventory.InventoryWorker;
import com.acme.eight.mail.MailWorker;
import com.acme.eight.shipping.ShippingWorker;
import com.acme.eight.timely.timelyepic.v1.TimelyEpicWorker;
import com.acme.eight.timely.timelyfairytale.v1.TimelyFairyTaleWorker;
import com.acme.eight.timely.timelyfantasyfiction.v1.TimelyFantasyFictionWorker;
import com.acme.eight.timely.timelyparallel.v1.TimelyParallelWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The workers of the shop and of its sagas, in one process, yet each can be down while the others are up. */
public final class Services implements AutoCloseable {

    private final WorkflowClient client;
    private final WorkerFactoryOptions options;
    private final Shop shop;
    private final Map<Service, WorkerFactory> running = new EnumMap<>(Service.class);

    /**
     * All are down at first.
     *
     * @param client a client that was made with Skald's options
     * @param options options of the workers
     * @param shop the participants
     */
    public Services(WorkflowClient client, WorkerFactoryOptions options, Shop shop) {
        this.client = client;
        this.options = options;
        this.shop = shop;
    }

    /** Starts all that are down. */
    public void allUp() {
        for (Service service : Service.values()) {
            up(service);
        }
    }

    /**
     * Starts the worker of a service, unless it is up.
     *
     * @param service the service
     */
    public void up(Service service) {
        running.computeIfAbsent(service, down -> {
            WorkerFactory factory = WorkerFactory.newInstance(client, options);
            register(service, factory);
            factory.start();
            return factory;
        });
    }

    /**
     * Ends the worker of a service; comes back when it takes nothing more.
     *
     * @param service the service
     */
    public void down(Service service) {
        WorkerFactory factory = running.remove(service);
        if (factory != null) {
            factory.shutdownNow();
            factory.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private void register(Service service, WorkerFactory factory) {
        switch (service) {
            case INVENTORY -> InventoryWorker.register(factory, shop.inventory());
            case BILLING -> BillingWorker.register(factory, shop.billing());
            case SHIPPING -> ShippingWorker.register(factory, shop.shipping());
            case MAIL -> MailWorker.register(factory, shop.mail());
            case MEDIATOR -> {
                com.acme.eight.epic.placeorder.v1.PlaceOrderWorker.register(factory);
                com.acme.eight.fairytale.placeorder.v1.PlaceOrderWorker.register(factory);
                com.acme.eight.fantasyfiction.placeorder.v1.PlaceOrderWorker.register(factory);
                com.acme.eight.parallel.placeorder.v1.PlaceOrderWorker.register(factory);
                TimelyEpicWorker.register(factory);
                TimelyFairyTaleWorker.register(factory);
                TimelyFantasyFictionWorker.register(factory);
                TimelyParallelWorker.register(factory);
            }
        }
    }

    @Override
    public void close() {
        running.values().forEach(WorkerFactory::shutdownNow);
        running.values().forEach(factory -> factory.awaitTermination(10, TimeUnit.SECONDS));
        running.clear();
    }
}
