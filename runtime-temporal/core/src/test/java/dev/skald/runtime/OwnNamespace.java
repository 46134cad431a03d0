package dev.skald.runtime;

import com.google.protobuf.Duration;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A namespace on a real server for one test, with a shop and an admin who is told what is stuck. */
final class OwnNamespace implements AutoCloseable {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");

    final String name = "skald-" + UUID.randomUUID();
    final WorkflowServiceStubs server = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    final WorkflowClient client = WorkflowClient.newInstance(
            server, WorkflowClientOptions.newBuilder().setNamespace(name).build());
    final Shop shop = new Shop();
    final List<AdminNotice> notices = new CopyOnWriteArrayList<>();
    final WorkerFactory workers = WorkerFactory.newInstance(
            client,
            Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder(), notices::add)
                    .build());

    /** A namespace that has just been registered takes a while to be known everywhere. */
    OwnNamespace() {
        server.blockingStub()
                .registerNamespace(RegisterNamespaceRequest.newBuilder()
                        .setNamespace(name)
                        .setWorkflowExecutionRetentionPeriod(
                                Duration.newBuilder().setSeconds(86_400))
                        .build());
        await("namespace " + name, this::isUsable);
    }

    private boolean isUsable() {
        try {
            WorkflowStub nobody = client.newUntypedWorkflowStub("nobody");
            nobody.describe();
            return true;
        } catch (WorkflowNotFoundException answered) {
            return !String.valueOf(answered.getCause()).contains("amespace");
        }
    }

    /** Adds a search attribute, of whatever type. */
    void addSearchAttribute(String attribute, IndexedValueType type) {
        await("search attribute " + attribute, () -> {
            try {
                OperatorServiceGrpc.newBlockingStub(server.getRawChannel())
                        .addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                                .setNamespace(name)
                                .putSearchAttributes(attribute, type)
                                .build());
                return true;
            } catch (StatusRuntimeException notYet) {
                return false;
            }
        });
    }

    void start(SagaShape shape) {
        Trial.register(workers, shop, shape);
        workers.start();
    }

    int eventsOf(SagaHandle<?> handle) {
        return client.fetchHistory(handle.workflowId()).getEvents().size();
    }

    /** How many workflows a visibility query finds. */
    long count(String query) {
        return client.countWorkflows(query).getCount();
    }

    /** The workflows that a visibility query finds, in order of their ids. */
    List<String> idsOf(String query) {
        return client.listExecutions(query)
                .map(workflow -> workflow.getExecution().getWorkflowId())
                .sorted()
                .toList();
    }

    /** The value of SagaState that visibility shows for a saga. */
    Optional<String> sagaStateOf(SagaHandle<?> handle) {
        return Optional.ofNullable(sagaState(handle));
    }

    private @Nullable String sagaState(SagaHandle<?> handle) {
        return client.newUntypedWorkflowStub(handle.workflowId())
                .describe()
                .getTypedSearchAttributes()
                .get(SearchAttributeKey.forKeyword("SagaState"));
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, java.time.Duration.ofSeconds(60), condition);
    }

    static void await(String what, java.time.Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        server.shutdownNow();
    }
}
