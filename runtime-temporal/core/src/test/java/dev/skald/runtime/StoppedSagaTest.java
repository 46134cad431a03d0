package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a deadline and Temporal's own cancel do to a saga, before its pivot and after it. */
final class StoppedSagaTest {

    private static final CallShape PATIENT = Trial.call().backoff(Duration.ofHours(1), Duration.ofHours(1), 1);

    @Test
    void aDeadlineWaitsForTheRunningCallAndThenUndoesIt() {
        SagaShape shape = shape(Trial.step("one").build(), Trial.step("two").build());
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("two", held);
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            held.awaitBegun();
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            sagas.skip(Duration.ofMinutes(11));
            held.free();

            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("not completed within its deadline of PT10M");
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "undo two", "undo one");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aDeadlineInABackOffUndoesAStepThatMayHaveHappened() {
        SagaShape shape = shape(
                Trial.step("one").build(),
                StepShape.compensatable("two").call(PATIENT).undo(Trial.call()).build());
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("two", Behaviours.failingAfterItsEffect());
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().hasMessageContaining("deadline");
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "undo two", "undo one");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aDeadlineWhileNobodyPollsUndoesAsSoonAsSomebodyDoes() {
        SagaShape shape = shape(Trial.step("one").build(), Trial.step("two").build());
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.registerSaga(factory, shape))) {
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            CompletableFuture<Void> skipped = CompletableFuture.runAsync(() -> sagas.skip(Duration.ofSeconds(601)));
            sagas.awaitState(handle, SagaState.COMPENSATING);
            sagas.addWorkers(Trial::registerParticipant);

            skipped.join();
            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("undo one");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void afterThePivotIsAskedADeadlineEscalatesAndTheSagaHealsItself() {
        SagaShape shape = shape(
                Trial.step("one").build(), StepShape.pivot("go").call(PATIENT).build());
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("go", Behaviours.broken());
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.ESCALATED);
            assertThat(failed).cause().hasMessageContaining("deadline");
            assertThat(sagas.workflow(handle).describe().getStatus())
                    .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
            sagas.shop.mend("go");
            assertThat(sagas.workflow(handle).getResult(String.class)).isEqualTo("done x");
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPLETED);
            assertThat(handle.status().reason()).isNull();
            assertThat(sagas.shop.effects()).containsExactly("one", "go");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void anEscalatedPivotMayStillRefuse() {
        SagaShape shape = shape(
                Trial.step("one").build(),
                StepShape.pivot("go").call(PATIENT).refusedBy(NotServed.TYPE).build());
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("go", Behaviours.broken());
            SagaHandle<String> handle = Trial.client(sagas, NotServed.TYPE).start("1", "x");
            assertThatThrownBy(handle::result).isInstanceOf(SagaFailed.class);
            sagas.shop.on("go", Behaviours.failing(() -> new NotServed("Antarctica")));

            assertThatThrownBy(() -> sagas.workflow(handle).getResult(String.class))
                    .isInstanceOf(io.temporal.client.WorkflowFailedException.class);
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("one", "undo one");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aCancelBeforeThePivotUndoesEverythingAndClosesAsCancelled() {
        SagaShape shape = shape(Trial.step("one").build(), Trial.step("two").build());
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("two", held);
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            held.awaitBegun();
            sagas.workflow(handle).cancel("customer called");
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
            held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled");
            assertThat(failed.steps()).extracting(StepStatus::state).containsOnly(StepState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "undo two", "undo one");
            assertThat(sagas.workflow(handle).describe().getStatus())
                    .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aCancelAfterThePivotChangesNothingButHowTheWorkflowCloses() {
        SagaShape shape = shape(
                Trial.step("one").build(), StepShape.pivot("go").call(PATIENT).build());
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("go", held);
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            held.awaitBegun();
            sagas.workflow(handle).cancel("too late");
            held.free();

            assertThat(handle.result()).isEqualTo("done x");
            assertThat(sagas.shop.effects()).containsExactly("one", "go");
            assertThat(sagas.workflow(handle).describe().getStatus())
                    .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aSagaThatWasCompletedInSpiteOfACancelIsNotStartedAgain() {
        SagaShape shape = shape(StepShape.pivot("go").call(PATIENT).build());
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("go", held);
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            held.awaitBegun();
            sagas.workflow(handle).cancel("too late");
            held.free();
            handle.result();

            assertThat(Trial.client(sagas).execute("1", "x")).isEqualTo("done x");
            assertThat(sagas.shop.effects()).containsExactly("go");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aDeadlineDuringCompensationChangesNothing() {
        SagaShape shape = shape(
                Trial.step("one").build(),
                Trial.step("two").refusedBy(NotServed.TYPE).build());
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("undo one", held);
            sagas.shop.on("two", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Trial.client(sagas, NotServed.TYPE).start("1", "x");
            held.awaitBegun();
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            sagas.skip(Duration.ofMinutes(11));
            sagas.workflow(handle).cancel("now");
            held.free();

            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            Trial.replay(sagas, handle, shape);
        }
    }

    private static Sagas trial(SagaShape shape) {
        return Sagas.started((factory, shop) -> Trial.register(factory, shop, shape));
    }

    private static SagaShape shape(StepShape... steps) {
        return SagaShape.of("test.Trial", 1)
                .deadline(Duration.ofMinutes(10))
                .steps(steps)
                .build();
    }
}
