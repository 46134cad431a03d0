package dev.skald.runtime;

import com.acme.orders.Order;
import com.acme.orders.PlaceOrderClient;
import com.acme.orders.billing.BillingWorker;
import com.acme.orders.inventory.InventoryWorker;
import com.acme.orders.mail.MailWorker;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import com.acme.orders.placeorder.v1.PlaceOrderWorkflowImpl;
import com.acme.orders.shipping.ShippingWorker;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** PlaceOrder with its participants in Temporal's test environment, where days pass in moments. */
final class Sagas implements AutoCloseable {

    final Shop shop = new Shop();
    final TestWorkflowEnvironment temporal;
    final PlaceOrderClient client;

    private Sagas(TestWorkflowEnvironment temporal) {
        this.temporal = temporal;
        this.client = new PlaceOrderClient(temporal.getWorkflowClient());
    }

    /** With all workers there. */
    static Sagas started() {
        return started(sagas -> sagas.register(true, true, true));
    }

    static Sagas started(Consumer<Sagas> workers) {
        Sagas sagas = new Sagas(TestWorkflowEnvironment.newInstance(options()));
        workers.accept(sagas);
        sagas.temporal.start();
        return sagas;
    }

    static TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder())
                        .build())
                .build();
    }

    WorkerFactory factory() {
        return temporal.getWorkerFactory();
    }

    void register(boolean withInventory, boolean withBilling, boolean withShipping) {
        PlaceOrderWorker.register(factory());
        MailWorker.register(factory(), shop.mail);
        if (withInventory) {
            InventoryWorker.register(factory(), shop.inventory);
        }
        if (withBilling) {
            BillingWorker.register(factory(), shop.billing);
        }
        if (withShipping) {
            ShippingWorker.register(factory(), shop.shipping);
        }
    }

    static Order order() {
        return order(UUID.randomUUID());
    }

    static Order order(UUID id) {
        return new Order(id, "customer-1", "sku-1", 2, new BigDecimal("42.50"));
    }

    WorkflowStub workflow(SagaHandle<?> handle) {
        return temporal.getWorkflowClient().newUntypedWorkflowStub(handle.workflowId());
    }

    List<HistoryEvent> events(SagaHandle<?> handle) {
        return history(handle).getEvents();
    }

    WorkflowExecutionHistory history(SagaHandle<?> handle) {
        return temporal.getWorkflowClient().fetchHistory(handle.workflowId());
    }

    /** Runs the recorded history again with the code of today; throws if it would now do something else. */
    void replay(SagaHandle<?> handle) {
        try {
            WorkflowReplayer.replayWorkflowExecution(history(handle), PlaceOrderWorkflowImpl.class);
        } catch (Exception different) {
            throw new AssertionError("replay of " + handle.workflowId(), different);
        }
    }

    /** Waits in real time, letting the environment's time run on. */
    void await(String what, BooleanSupplier condition) {
        for (int i = 0; i < 1000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            pause();
        }
        throw new AssertionError("never came: " + what);
    }

    void awaitState(SagaHandle<?> handle, SagaState state) {
        await("state " + state, () -> handle.status().state() == state);
    }

    void skip(Duration time) {
        temporal.sleep(time);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        temporal.close();
    }
}
