package com.acme.orders.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.Order;
import com.acme.orders.PlaceOrderClient;
import com.acme.orders.PlaceOrderFailed;
import com.acme.orders.files.FileShop;
import dev.skald.runtime.SagaFence;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.Skald;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A crash at every event of a saga's history, on a real server: the saga is set back to there, keeps its id, and goes
 * on to the same end; and nothing takes effect twice.
 *
 * <p>A server can set a saga back to the end of each of the workflow's own tasks. What lies between two of them are the
 * events of one call; a crash there differs only in what its participant has done by then. So the participants are set
 * back as well: to before the next call, and to after it, when its answer is lost with the crash. And they are not set
 * back at all: then all that will be asked for has been done before.
 */
@Tag("real-server")
final class ResetSagaTest {

    private static final String TARGET = System.getProperty("skald.target", "127.0.0.1:7233");

    private final WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(TARGET).build());
    private final WorkflowClient client = WorkflowClient.newInstance(
            stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
    private final PlaceOrderClient orders = new PlaceOrderClient(client);

    @TempDir
    private Path folder;

    private Path present;
    private Pasts pasts;

    @BeforeEach
    void openFolders() throws Exception {
        present = Files.createDirectory(folder.resolve("present"));
        pasts = new Pasts(present, folder.resolve("pasts"));
    }

    @AfterEach
    void close() {
        stubs.shutdownNow();
    }

    @Test
    void completedSagaGoesOnToTheSameEnd() {
        Order order = order("teapot");
        Confirmation confirmation = record(order, SagaHandle::result);
        WorkflowExecution first = execution(order);

        assertThat(crashes(order))
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(crash -> goOn(order, first, crash, saga -> {
                    assertThat(saga.result()).isEqualTo(confirmation);
                    assertThat(saga.status().state()).isEqualTo(SagaState.COMPLETED);
                }));
    }

    @Test
    void compensatedSagaGoesOnToTheSameEnd() {
        Order order = order("grand-piano");
        PlaceOrderFailed refusal = record(order, ResetSagaTest::failure);
        assertThat(refusal).hasCauseInstanceOf(NotServed.class);
        WorkflowExecution first = execution(order);

        assertThat(crashes(order))
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(crash -> goOn(order, first, crash, saga -> {
                    PlaceOrderFailed failed = failure(saga);
                    assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
                    assertThat(failed).rootCause().satisfies(cause -> assertIsWhy(cause, crash));
                    assertThat(saga.status().state()).isEqualTo(SagaState.COMPENSATED);
                }));
    }

    /** What is undone already is not done again: then the saga is undone before it gets to what was refused. */
    private void assertIsWhy(Throwable cause, Crash crash) {
        if (crash.answered() < 2 && crash.done() == pasts.calls()) {
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            ApplicationFailure.class,
                            failure -> assertThat(failure.getType()).isEqualTo(SagaFence.AFTER_UNDO));
        } else {
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            NotServed.class, error -> assertThat(error.region()).isEqualTo("islands"));
        }
    }

    /** Runs a saga to its end, without a crash. */
    private <T> T record(Order order, Function<SagaHandle<Confirmation>, T> ending) {
        pasts.begin();
        try (Workers workers = new Workers(client, present, pasts)) {
            workers.start();
            return ending.apply(orders.start(order));
        }
    }

    private List<Crash> crashes(Order order) {
        return Crash.of(client.fetchHistory("PlaceOrder/" + order.orderId()).getEvents(), pasts.calls());
    }

    /** Lets a saga and its participants go on after a crash. */
    private void goOn(Order order, WorkflowExecution first, Crash crash, Consumer<SagaHandle<Confirmation>> ending) {
        Path here = pasts.after(crash.done(), folder.resolve(crash.toString()));
        setBack(first, crash);
        try (Workers workers = new Workers(client, here)) {
            workers.start();
            SagaHandle<Confirmation> saga = orders.handle(order.orderId().toString());
            ending.accept(saga);
            assertThat(saga.status().sagaId()).isEqualTo(first.getWorkflowId() + "/" + first.getRunId());
        }
        assertThat(FileShop.ledgersIn(here)).isEqualTo(FileShop.ledgersIn(present));
    }

    private void setBack(WorkflowExecution first, Crash crash) {
        stubs.blockingStub()
                .resetWorkflowExecution(ResetWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setWorkflowExecution(first)
                        .setWorkflowTaskFinishEventId(crash.event())
                        .setReason(crash.toString())
                        .setRequestId(UUID.randomUUID().toString())
                        .build());
    }

    private WorkflowExecution execution(Order order) {
        return client.newUntypedWorkflowStub("PlaceOrder/" + order.orderId())
                .describe()
                .getExecution();
    }

    private static PlaceOrderFailed failure(SagaHandle<Confirmation> saga) {
        return catchThrowableOfType(PlaceOrderFailed.class, saga::result);
    }

    private static Order order(String sku) {
        return new Order(UUID.randomUUID(), "alice", sku, 1, new BigDecimal("59.80"));
    }
}
