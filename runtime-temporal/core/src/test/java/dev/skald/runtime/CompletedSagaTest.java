package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a saga does in which nothing goes wrong. */
final class CompletedSagaTest {

    private final Sagas sagas = Sagas.started();

    @AfterEach
    void close() {
        sagas.close();
    }

    @Test
    void everyStepIsTakenInOrderAndTheCallerGetsTheResult() {
        Order order = Sagas.order();

        Confirmation confirmation = sagas.client.execute(order);

        assertThat(confirmation).isEqualTo(new Confirmation(order.orderId(), "T-sku-1"));
        assertThat(sagas.shop.effects()).containsExactly("reserve", "authorize", "book", "capture", "sendReceipt");
    }

    @Test
    void theStatusOfACompletedSagaShowsEveryStepDone() {
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());
        handle.result();

        SagaStatus status = handle.status();

        assertThat(status.state()).isEqualTo(SagaState.COMPLETED);
        assertThat(status.steps()).extracting(StepStatus::state).containsOnly(StepState.DONE);
        assertThat(status.stale()).isFalse();
        assertThat(status.sagaId()).startsWith(handle.workflowId() + "/");
        sagas.replay(handle);
    }

    @Test
    void whoWaitsOnlySoLongGetsTheResultOrAHandle() {
        Behaviours.Held held = new Behaviours.Held();
        sagas.shop.on("book", held);
        Order order = Sagas.order();

        Outcome<Confirmation> early = sagas.client.execute(order, Duration.ofMillis(300));

        assertThat(early)
                .isInstanceOfSatisfying(
                        Outcome.Pending.class,
                        pending -> assertThat(pending.handle().id())
                                .isEqualTo(order.orderId().toString()));
        held.free();
        assertThat(sagas.client.execute(order, Duration.ofSeconds(20)))
                .isEqualTo(new Outcome.Done<>(new Confirmation(order.orderId(), "T-sku-1")));
    }

    @Test
    void aCallHasTheSameContextOnEveryAttempt() {
        sagas.shop.on("authorize", Behaviours.failingOnce());
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());
        handle.result();

        assertThat(sagas.shop.callsOf("authorization"))
                .hasSize(2)
                .containsOnly(new SagaCall(
                        handle.status().sagaId(),
                        "com.acme.orders.PlaceOrder",
                        "authorization",
                        0,
                        SagaCall.Phase.DO,
                        "CHECKING_PAYMENT"));
    }

    @Test
    void outsideOfACallThereIsNoContext() {
        assertThatThrownBy(SagaCall::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Skald.workerFactoryOptions");
    }

    @Test
    void aSagaWithoutAResultAnswersWithNothing() {
        try (Sagas quiet = Sagas.started((factory, shop) -> {
            Skald.worker(factory, Trial.TASK_QUEUE).registerWorkflowImplementationTypes(QuietRun.class);
            Trial.registerParticipant(factory, shop);
        })) {
            SagaClient<Void> client = SagaClient.of("test.Quiet", 1, Void.class)
                    .taskQueue(Trial.TASK_QUEUE)
                    .on(quiet.temporal.getWorkflowClient());

            assertThat((Object) client.execute("1")).isNull();
            assertThat(quiet.shop.effects()).containsExactly("one");
        }
    }

    /** A saga without input and result. */
    @WorkflowInterface
    public interface Quiet {
        @WorkflowMethod(name = "test.Quiet.v1")
        void run();
    }

    /** Takes one step. */
    public static final class QuietRun implements Quiet {
        private static final StepShape ONE = Trial.step("one").build();

        private final SagaRun saga =
                SagaRun.of(SagaShape.of("test.Quiet", 1).steps(ONE).build());

        @Override
        public void run() {
            saga.atomic(() -> {
                saga.step(ONE).compensate(() -> saga.run("undo one", Map.of())).run(() -> saga.run("one", Map.of()));
            });
        }
    }
}
