package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.PlaceOrderClient;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What only a real server can show: how many events a saga costs, and what a client does when no worker is there. Run
 * by {@code mvn verify -Preal-server -Dskald.target=127.0.0.1:7233}.
 */
@Tag("real-server")
final class RealServerTest {

    private final WorkflowServiceStubs server =
            WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(System.getProperty("skald.target"))
                    .build());
    private final WorkflowClient temporal = WorkflowClient.newInstance(server);
    private final WorkerFactory factory = WorkerFactory.newInstance(temporal, Sagas.workerOptions());
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        factory.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void threeStepsCostTwentyThreeEvents() {
        start(threeSteps());
        SagaHandle<String> handle =
                Trial.client(temporal).start(UUID.randomUUID().toString(), "x");

        assertThat(handle.result()).isEqualTo("done x");
        assertThat(eventsOf(handle)).isEqualTo(23);
    }

    @Test
    void aRefusedThirdStepWithTwoUndosCostsThirtyFiveEvents() {
        shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
        start(threeSteps());
        SagaHandle<String> handle =
                Trial.client(temporal, NotServed.TYPE).start(UUID.randomUUID().toString(), "x");

        SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

        assertThat(failed).cause().isInstanceOf(NotServed.class);
        assertThat(eventsOf(handle)).isEqualTo(35);
    }

    @Test
    void aDeadlineCostsOneEvent() {
        start(SagaShape.of("test.Trial", 1)
                .deadline(Duration.ofMinutes(10))
                .steps(
                        Trial.step("one").build(),
                        Trial.step("two").build(),
                        Trial.step("three").build())
                .build());
        SagaHandle<String> handle =
                Trial.client(temporal).start(UUID.randomUUID().toString(), "x");
        handle.result();

        assertThat(eventsOf(handle)).isEqualTo(24);
    }

    @Test
    void aFairyTaleThatCompletesCostsTwentyFiveEvents() {
        start(eventual());
        SagaClient<String> client = Trial.earlyClient(temporal);
        String id = UUID.randomUUID().toString();

        assertThat(client.execute(id, "x")).isEqualTo("done x");
        await(() -> client.handle(id).status().state() == SagaState.COMPLETED);
        assertThat(eventsOf(client.handle(id))).isEqualTo(25);
    }

    @Test
    void aFairyTaleWhoseThirdStepIsRefusedCostsAtMostThirtySevenEvents() {
        shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
        start(eventual());
        SagaClient<String> client = Trial.earlyClient(temporal, NotServed.TYPE);
        String id = UUID.randomUUID().toString();

        SagaFailed failed = catchThrowableOfType(SagaFailed.class, () -> client.execute(id, "x"));

        assertThat(failed).cause().isInstanceOf(NotServed.class);
        await(() -> client.handle(id).status().state() == SagaState.COMPENSATED);
        // One turn for each undo that answers, or one for both.
        assertThat(eventsOf(client.handle(id))).isIn(34, 37);
    }

    @Test
    void theCallerOfAFairyTaleIsAnsweredWhileAnUndoIsStillTriedAgain() {
        shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
        shop.on("undo one", Behaviours.broken());
        start(eventual());
        SagaClient<String> client = Trial.earlyClient(temporal, NotServed.TYPE);
        String id = UUID.randomUUID().toString();

        SagaFailed failed = catchThrowableOfType(SagaFailed.class, () -> client.execute(id, "x"));

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_SENT);
        assertThat(client.handle(id).status().state()).isEqualTo(SagaState.COMPENSATION_SENT);
        shop.mend("undo one");
        await(() -> client.handle(id).status().state() == SagaState.COMPENSATED);
        assertThat(catchThrowableOfType(
                        SagaFailed.class, () -> client.handle(id).result()))
                .isNotNull()
                .extracting(SagaFailed::outcome)
                .isIn(SagaState.COMPENSATION_SENT, SagaState.COMPENSATED);
    }

    @Test
    void withoutAWorkerTheCallerOfAFairyTaleGetsAHandle() {
        SagaClient<String> client = Trial.earlyClient(temporal);
        String id = UUID.randomUUID().toString();

        Outcome<String> outcome = client.execute(Duration.ofSeconds(2), id, "x");

        assertThat(outcome).isInstanceOf(Outcome.Pending.class);
        start(eventual());
        assertThat(((Outcome.Pending<String>) outcome).handle().result()).isEqualTo("done x");
        assertThat(shop.effects()).containsExactly("one", "two", "three");
    }

    @Test
    void placeOrderRunsThere() {
        Sagas.register(factory, shop);
        factory.start();

        Confirmation confirmation = new PlaceOrderClient(temporal).execute(Sagas.order());

        assertThat(confirmation.trackingCode()).isEqualTo("T-sku-1");
    }

    @Test
    void withoutAWorkerTheStatusIsWhatTheServerKnows() {
        SagaHandle<String> handle =
                Trial.client(temporal).start(UUID.randomUUID().toString(), "x");

        SagaStatus status = handle.status();

        assertThat(status.stale()).isTrue();
        assertThat(status.state()).isEqualTo(SagaState.RUNNING);
        assertThat(handle.result(Duration.ofMillis(1500))).isInstanceOf(Outcome.Pending.class);
        start(threeSteps());
        assertThat(handle.result()).isEqualTo("done x");
    }

    @Test
    void aCancelInABackOffUndoesWhatMayHaveHappened() {
        shop.on("two", Behaviours.failingAfterItsEffect());
        start(threeSteps());
        SagaHandle<String> handle =
                Trial.client(temporal).start(UUID.randomUUID().toString(), "x");
        while (shop.callsOf("two").isEmpty()) {
            assertThat(handle.result(Duration.ofMillis(50))).isInstanceOf(Outcome.Pending.class);
        }
        temporal.newUntypedWorkflowStub(handle.workflowId()).cancel("customer called");

        SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(shop.effects()).endsWith("undo two", "undo one");
        assertThat(temporal.newUntypedWorkflowStub(handle.workflowId())
                        .describe()
                        .getStatus())
                .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }

    @Test
    void aSagaThatWasCancelledAfterItsPivotStillHasItsResult() {
        Behaviours.Held held = new Behaviours.Held();
        shop.on("go", held);
        start(SagaShape.of("test.Trial", 1)
                .steps(StepShape.pivot("go").call(Trial.call()).build())
                .build());
        String id = UUID.randomUUID().toString();
        SagaHandle<String> handle = Trial.client(temporal).start(id, "x");
        held.awaitBegun();
        temporal.newUntypedWorkflowStub(handle.workflowId()).cancel("too late");
        held.free();

        assertThat(handle.result()).isEqualTo("done x");
        assertThat(Trial.client(temporal).execute(id, "x")).isEqualTo("done x");
        assertThat(shop.effects()).containsExactly("go");
    }

    @Test
    void theCallerOfAStuckSagaIsAnsweredWhileItStaysOpen() {
        shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
        shop.on("undo two", Behaviours.brokenForGood());
        start(threeSteps());
        SagaHandle<String> handle =
                Trial.client(temporal, NotServed.TYPE).start(UUID.randomUUID().toString(), "x");

        SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
        assertThat(failed).cause().isInstanceOf(NotServed.class);
        assertThat(handle.status().stillToUndo()).containsExactly("two");
        assertThat(handle.status().undone()).containsExactly("one");
    }

    private static SagaShape threeSteps() {
        return SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        Trial.step("two").build(),
                        Trial.step("three").refusedBy(NotServed.TYPE).build())
                .build();
    }

    private static SagaShape eventual() {
        CallShape endless = Trial.call().limit(null).unlimited();
        return SagaShape.of("test.Trial", 1)
                .steps(
                        StepShape.compensatable("one")
                                .call(endless)
                                .undo(endless)
                                .build(),
                        StepShape.compensatable("two")
                                .call(endless)
                                .undo(endless)
                                .build(),
                        StepShape.compensatable("three")
                                .call(endless)
                                .undo(endless)
                                .refusedBy(NotServed.TYPE)
                                .build())
                .undo(UndoOrder.ALL_AT_ONCE)
                .build();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private void start(SagaShape shape) {
        Trial.register(factory, shop, shape);
        factory.start();
    }

    private int eventsOf(SagaHandle<?> handle) {
        return temporal.fetchHistory(handle.workflowId()).getEvents().size();
    }
}
