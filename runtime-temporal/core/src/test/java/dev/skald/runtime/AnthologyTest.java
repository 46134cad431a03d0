package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Anthology: each link is over once it has handed on; nobody waits for anybody. */
final class AnthologyTest {

    private static final StepShape COLLECTED = step("collected").build();
    private static final StepShape SORTED =
            step("sorted").refusedBy(NotServed.TYPE).build();
    private static final StepShape STORED = step("stored").build();
    private static final SagaShape SAGA = Relay.saga(COLLECTED, SORTED, STORED);

    private static StepShape.Builder step(String name) {
        return StepShape.compensatable(name)
                .call(CallShape.on(Relay.queue(name))
                        .timeout(Duration.ofHours(1))
                        .unlimited())
                .onUnknown(OnUnknown.ASK_AGAIN);
    }

    @Test
    void eachLinkIsOverOnceItHasHandedOn() {
        try (Sagas sagas = started()) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("stored", held);
            SagaHandle<String> handle = start(sagas);
            held.awaitBegun();

            sagas.await("the ends", () -> isCompleted(sagas, "Relay/1") && isCompleted(sagas, "Relay/1/sorted"));
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            assertThat(handle.status().steps())
                    .extracting(StepStatus::name, StepStatus::state)
                    .containsExactly(
                            tuple("collected", StepState.DONE),
                            tuple("sorted", StepState.DONE),
                            tuple("stored", StepState.RUNNING));
            held.free();
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "stored");
            replay(sagas);
        }
    }

    @Test
    void nobodyCanWaitForItsOutcome() {
        try (Sagas sagas = started()) {
            SagaHandle<String> handle = start(sagas);

            assertThatThrownBy(handle::result)
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("nobody waits for the outcome of Relay/1")
                    .hasMessageContaining("status() tells how far it has come");
        }
    }

    @Test
    void aRefusedStepStopsTheChainUntilAnOperatorSaysThatItIsDone() {
        try (Sagas sagas = started()) {
            SagaHandle<String> handle = stopped(sagas);
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            assertThat(handle.status().reason()).contains("NotServed");
            assertThat(handle.status().notified()).extracting(Notified::step).containsExactly("sorted");

            handle.operator("ann", "sorted by hand").confirmDone("sorted", "by hand");
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("collected", "stored");
            replay(sagas);
        }
    }

    @Test
    void aRefusedPivotStopsTheChainAsAnyOtherStepDoes() {
        SagaShape saga = Relay.saga(
                COLLECTED,
                SORTED,
                Relay.pivot("stored").refusedBy(NotServed.TYPE).build());
        try (Sagas sagas = Relay.started(Relay.Pattern.ANTHOLOGY, saga)) {
            sagas.shop.refuse("stored");
            SagaHandle<String> handle = Relay.client(saga, NotServed.TYPE)
                    .answersNobody()
                    .on(sagas.patient)
                    .start("1", "x");
            sagas.await("attention", () -> handle.status().steps().get(2).state() == StepState.NEEDS_ATTENTION);
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            assertThat(handle.status().notified()).extracting(Notified::step).containsExactly("stored");

            handle.operator("ann", "stored by hand").confirmDone("stored", "by hand");
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted");
        }
    }

    @Test
    void aChainThatIsGivenUpIsResolvedManually() {
        try (Sagas sagas = started()) {
            SagaHandle<String> handle = stopped(sagas);

            handle.operator("ann", "nobody needs it").abandon();
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            assertThat(sagas.shop.effects()).containsExactly("collected");
        }
    }

    @Test
    void aCancelKeepsWhatHasNotBegunFromBeginning() {
        try (Sagas sagas = started()) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("sorted", held);
            SagaHandle<String> handle = start(sagas);
            held.awaitBegun();
            handle.cancel("changed my mind");
            held.free();
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.DONE, StepState.PENDING);
            assertThat(handle.status().reason()).contains("cancelled: changed my mind");
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted");
            replay(sagas);
        }
    }

    @Test
    void aCancelPastThePivotIsRejectedAndKeepsNothingFromBeginning() {
        SagaShape saga = Relay.saga(
                COLLECTED,
                Relay.pivot("sorted").build(),
                Relay.retriable("stored").build());
        try (Sagas sagas = Relay.started(Relay.Pattern.ANTHOLOGY, saga)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("sorted", held);
            SagaHandle<String> handle =
                    Relay.client(saga).answersNobody().on(sagas.patient).start("1", "x");
            held.awaitBegun();
            Relay.assertTooLate(() -> handle.cancel("changed my mind"));
            Relay.stop(sagas, "sorted");
            held.free();
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "stored");
        }
    }

    @Test
    void aCancelOfAChainThatIsOverIsRejected() {
        try (Sagas sagas = started()) {
            SagaHandle<String> handle = start(sagas);
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(catchThrowableOfType(SagaRequestRejected.class, () -> handle.cancel("too late")))
                    .hasMessageContaining("is over");
        }
    }

    @Test
    void theLastLinkTellsTheEnd() {
        SagaShape saga = Relay.builder(COLLECTED, SORTED, STORED)
                .onStateChange(Relay.call("stored"))
                .build();
        try (Sagas sagas = Relay.started(Relay.Pattern.ANTHOLOGY, saga)) {
            SagaHandle<String> handle =
                    Relay.client(saga).answersNobody().on(sagas.patient).start("1", "x");
            sagas.awaitState(handle, SagaState.COMPLETED);

            sagas.await("the last call", () -> sagas.shop.effects().size() == 4);
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "stored", "tell COMPLETED");
        }
    }

    private static SagaHandle<String> stopped(Sagas sagas) {
        sagas.shop.on("sorted", Behaviours.failing(() -> new NotServed("Antarctica")));
        SagaHandle<String> handle = start(sagas);
        sagas.await("attention", () -> handle.status().steps().get(1).state() == StepState.NEEDS_ATTENTION);
        return handle;
    }

    private static boolean isCompleted(Sagas sagas, String workflowId) {
        return sagas.temporal
                        .getWorkflowClient()
                        .newUntypedWorkflowStub(workflowId)
                        .describe()
                        .getStatus()
                == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED;
    }

    private static Sagas started() {
        return Relay.started(Relay.Pattern.ANTHOLOGY, SAGA);
    }

    private static SagaHandle<String> start(Sagas sagas) {
        return Relay.client(SAGA, NotServed.TYPE)
                .answersNobody()
                .on(sagas.patient)
                .start("1", "x");
    }

    private static void replay(Sagas sagas) {
        Relay.replay(sagas, Relay.Pattern.ANTHOLOGY, SAGA);
    }
}
