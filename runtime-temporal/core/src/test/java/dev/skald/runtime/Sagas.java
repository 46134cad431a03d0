package dev.skald.runtime;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.Order;
import com.acme.orders.PlaceOrderClient;
import com.acme.orders.billing.BillingWorker;
import com.acme.orders.inventory.InventoryWorker;
import com.acme.orders.mail.MailWorker;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import com.acme.orders.placeorder.v1.PlaceOrderWorkflowImpl;
import com.acme.orders.shipping.ShippingWorker;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** PlaceOrder with its participants in Temporal's test environment, where days pass in moments. */
final class Sagas implements AutoCloseable {

    final Shop shop = new Shop();
    final TestWorkflowEnvironment temporal;
    final PlaceOrderClient client;

    /** Its waiting lets no time pass, so that a saga that is stuck stays so; {@link #skip} does. */
    final WorkflowClient patient;

    private final List<WorkerFactory> factories = new ArrayList<>();

    private Sagas(TestWorkflowEnvironment temporal) {
        this.temporal = temporal;
        this.patient = WorkflowClient.newInstance(
                temporal.getWorkflowServiceStubs(),
                WorkflowClientOptions.newBuilder()
                        .setNamespace(temporal.getNamespace())
                        .build());
        this.client = new PlaceOrderClient(temporal.getWorkflowClient());
    }

    /** With all workers there. */
    static Sagas started() {
        return started(Sagas::register);
    }

    /** With only those workers. */
    static Sagas started(BiConsumer<WorkerFactory, Shop> workers) {
        Sagas sagas = new Sagas(TestWorkflowEnvironment.newInstance(options()));
        sagas.addWorkers(workers);
        return sagas;
    }

    /** With more workers, in a factory of their own. */
    void addWorkers(BiConsumer<WorkerFactory, Shop> workers) {
        WorkerFactory factory = WorkerFactory.newInstance(temporal.getWorkflowClient(), workerOptions());
        workers.accept(factory, shop);
        factory.start();
        factories.add(factory);
    }

    static TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(workerOptions())
                .build();
    }

    static WorkerFactoryOptions workerOptions() {
        return Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder()).build();
    }

    static void register(WorkerFactory factory, Shop shop) {
        registerWithoutBilling(factory, shop);
        BillingWorker.register(factory, shop.billing);
    }

    static void registerWithoutBilling(WorkerFactory factory, Shop shop) {
        PlaceOrderWorker.register(factory);
        InventoryWorker.register(factory, shop.inventory);
        ShippingWorker.register(factory, shop.shipping);
        MailWorker.register(factory, shop.mail);
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

    /** What the saga's workflow failed with. */
    Failure closingFailure(SagaHandle<?> handle) {
        List<HistoryEvent> events = events(handle);
        return events.get(events.size() - 1)
                .getWorkflowExecutionFailedEventAttributes()
                .getFailure();
    }

    /** Runs the recorded history again with the code of today; throws if it would now do something else. */
    void replay(SagaHandle<?> handle) {
        try {
            WorkflowReplayer.replayWorkflowExecution(history(handle), PlaceOrderWorkflowImpl.class);
        } catch (Exception different) {
            throw new AssertionError("replay of " + handle.workflowId(), different);
        }
    }

    /** Waits in real time. */
    void await(String what, BooleanSupplier condition) {
        await(what, condition, Duration.ZERO);
    }

    void awaitState(SagaHandle<?> handle, SagaState state) {
        await("state " + state, () -> handle.status().state() == state);
    }

    /** Lets time pass, minute by minute, until the saga is there. */
    void skipToState(SagaHandle<?> handle, SagaState state) {
        await("state " + state, () -> handle.status().state() == state, Duration.ofMinutes(1));
    }

    void awaitEvent(SagaHandle<?> handle, EventType type) {
        await("event " + type, () -> events(handle).stream().anyMatch(event -> event.getEventType() == type));
    }

    /** What the saga fails with. While somebody waits for it, time passes even while an operation runs. */
    CompletableFuture<SagaFailed> failureInBackground(SagaHandle<?> handle) {
        return CompletableFuture.supplyAsync(() -> catchThrowableOfType(SagaFailed.class, handle::result));
    }

    /** An operator settles the one thing that is stuck in a workflow. */
    void operatorOf(String workflowId, String verb) {
        await("help for " + workflowId, () -> {
            try {
                temporal.getWorkflowClient()
                        .newUntypedWorkflowStub(workflowId)
                        .update(verb, Void.class, Map.of("by", "ann", "reason", "a test"));
                return true;
            } catch (WorkflowUpdateException notYet) {
                return false;
            }
        });
    }

    /** Undoes a saga by a record. */
    CompletableFuture<Void> undoInBackground(String saga, UndoRecord record) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(record.workflowId() + "/undo")
                .setTaskQueue(saga)
                .build();
        WorkflowStub undo = temporal.getWorkflowClient().newUntypedWorkflowStub(saga + ".v1.undo", options);
        undo.start(record);
        return CompletableFuture.runAsync(() -> undo.getResult(Void.class));
    }

    void skip(Duration time) {
        temporal.sleep(time);
    }

    private void await(String what, BooleanSupplier condition, Duration step) {
        for (int i = 0; i < 1000; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            if (!step.isZero()) {
                skip(step);
            }
            pause();
        }
        throw new AssertionError("never came: " + what);
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
        factories.forEach(WorkerFactory::shutdownNow);
        temporal.close();
    }
}
