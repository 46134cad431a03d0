package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A saga that agrees in time: its caller is answered at once, and it stays open until every undo is confirmed. */
final class FairyTaleTest {

    @Test
    void theCallerGetsTheResultOfASagaThatCompletes() {
        try (Sagas sagas = trial(threeSteps())) {
            String result = Trial.earlyClient(sagas.patient).execute("1", "x");

            assertThat(result).isEqualTo("done x");
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "three");
        }
    }

    @Test
    void theCallerIsAnsweredAtTheRefusalWhileTheUndosAreStillOnTheirWay() {
        SagaShape shape = threeSteps();
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo two", held);
            SagaClient<String> client = Trial.earlyClient(sagas.patient, NotServed.TYPE);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, () -> client.execute("1", "x"));

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_SENT);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class, cause -> assertThat(cause.region()).isEqualTo("Antarctica"));
            SagaHandle<String> handle = client.handle("1");
            sagas.await("the other undo", () -> handle.status().undone().contains("one"));
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATION_SENT);
            assertThat(handle.status().stillToUndo()).containsExactly("two");
            assertThat(sagas.workflow(handle).describe().getStatus())
                    .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
            held.free();
            sagas.awaitState(handle, SagaState.COMPENSATED);
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void allUndosAreSentTogetherAndNoneWaitsForAnother() {
        try (Sagas sagas = trial(threeSteps())) {
            Behaviours.Held one = new Behaviours.Held();
            Behaviours.Held two = new Behaviours.Held();
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo one", one);
            sagas.shop.on("undo two", two);
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");

            one.awaitBegun();
            two.awaitBegun();
            one.free();
            two.free();

            sagas.awaitState(handle, SagaState.COMPENSATED);
        }
    }

    @Test
    void aRefusalWithNothingToUndoIsCompensatedAtOnce() {
        try (Sagas sagas = trial(SagaShape.of("test.Trial", 1)
                .steps(step("one").refusedBy(NotServed.TYPE).build())
                .undo(UndoOrder.ALL_AT_ONCE)
                .build())) {
            sagas.shop.on("one", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaClient<String> client = Trial.earlyClient(sagas.patient, NotServed.TYPE);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, () -> client.execute("1", "x"));

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        }
    }

    @Test
    void aRequestIsKeptForAParticipantThatIsDown() {
        SagaShape shape = threeSteps();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.registerSaga(factory, shape))) {
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);

            assertThat(handle.result(Duration.ofSeconds(2))).isInstanceOf(Outcome.Pending.class);
            assertThat(handle.status().steps().get(0).waitingFor()).isEqualTo("a worker of participant");
            sagas.addWorkers(Trial::registerParticipant);

            assertThat(handle.result()).isEqualTo("done x");
        }
    }

    @Test
    void anUndoIsSentForAsLongAsItTakesAndTheAdminIsToldOnce() {
        SagaShape shape = threeSteps();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo two", Behaviours.broken());
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");
            sagas.await("a first undo", () -> handle.status().undone().contains("one"));

            sagas.skip(Duration.ofHours(1));
            sagas.await("a call for help", () -> !handle.status().notified().isEmpty());
            sagas.skip(Duration.ofHours(1));

            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATION_SENT);
            assertThat(handle.status().steps().get(1).state()).isEqualTo(StepState.NEEDS_ATTENTION);
            assertThat(handle.status().notified()).hasSize(1);
            assertThat(handle.status().notified().get(0).step()).isEqualTo("two");
            sagas.shop.mend("undo two");
            sagas.skipToState(handle, SagaState.COMPENSATED);
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void whoStartsItAgainGetsTheSameAnswerAndCausesNoSecondSaga() {
        try (Sagas sagas = trial(threeSteps())) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo two", held);
            SagaClient<String> client = Trial.earlyClient(sagas.patient, NotServed.TYPE);
            SagaFailed first = catchThrowableOfType(SagaFailed.class, () -> client.execute("1", "x"));

            SagaFailed second = catchThrowableOfType(SagaFailed.class, () -> client.execute("1", "x"));

            assertThat(second.outcome()).isEqualTo(first.outcome()).isEqualTo(SagaState.COMPENSATION_SENT);
            assertThat(second).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.callsOf("one").stream().filter(call -> call.phase() == SagaCall.Phase.DO))
                    .hasSize(1);
            assertThat(sagas.events(client.handle("1")).stream()
                            .filter(event ->
                                    event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED))
                    .hasSize(1);
            held.free();
        }
    }

    @Test
    void whoAsksWhenItIsOverGetsTheOutcomeToo() {
        try (Sagas sagas = trial(threeSteps())) {
            SagaClient<String> client = Trial.earlyClient(sagas.patient);
            SagaHandle<String> handle = client.start("1", "x");
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(handle.result()).isEqualTo("done x");
            assertThat(client.execute("1", "x")).isEqualTo("done x");
        }
    }

    @Test
    void withoutAWorkerTheCallerWhoWaitsOnlySoLongGetsAHandle() {
        SagaShape shape = threeSteps();
        try (Sagas sagas = Sagas.started((factory, shop) -> {})) {
            SagaClient<String> client = Trial.earlyClient(sagas.patient);

            Outcome<String> outcome = client.execute(Duration.ofSeconds(2), "1", "x");

            assertThat(outcome).isInstanceOf(Outcome.Pending.class);
            sagas.addWorkers((factory, shop) -> Trial.register(factory, shop, shape));
            assertThat(((Outcome.Pending<String>) outcome).handle().result()).isEqualTo("done x");
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aBoundedRetryThatIsUsedUpNeedsAttentionAndHealsItself() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        step("one").build(),
                        StepShape.compensatable("two")
                                .call(Trial.call().attempts(3))
                                .undo(Trial.call().limit(null).unlimited())
                                .onUnknown(OnUnknown.ASK_AGAIN)
                                .build())
                .undo(UndoOrder.ALL_AT_ONCE)
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("two", Behaviours.broken());
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");
            sagas.await("the first step", () -> sagas.shop.effects().contains("one"));
            sagas.skip(Duration.ofMinutes(1));
            sagas.await("a call for help", () -> !handle.status().notified().isEmpty());

            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            assertThat(handle.status().steps().get(1).state()).isEqualTo(StepState.NEEDS_ATTENTION);
            sagas.shop.mend("two");
            sagas.skipToState(handle, SagaState.COMPLETED);
            assertThat(handle.status().notified()).hasSize(1);
            assertThat(handle.result()).isEqualTo("done x");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aCancelStopsASagaThatWaitsForAParticipant() {
        SagaShape shape = threeSteps();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("two", Behaviours.failingAfterItsEffect());
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");
            sagas.await("a second step", () -> sagas.shop.effects().contains("two"));

            handle.cancel("the customer left");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed).cause().hasMessageContaining("the customer left");
            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).contains("undo one", "undo two");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aDeadlineStopsASagaThatWaitsForAParticipant() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .deadline(Duration.ofMinutes(10))
                .steps(step("one").build(), step("two").build())
                .undo(UndoOrder.ALL_AT_ONCE)
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("two", Behaviours.failingAfterItsEffect());
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");
            sagas.await("a second step", () -> sagas.shop.effects().contains("two"));

            sagas.skip(Duration.ofMinutes(11));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed).cause().hasMessageContaining("not completed within its deadline");
            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).contains("undo one", "undo two");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void anUndoThatFailsForGoodIsTriedForThirtyDaysInUnderTwoThousandEvents() {
        SagaShape shape = threeSteps();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo two", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");
            sagas.await("a call for help", () -> !handle.status().notified().isEmpty());

            sagas.skip(Duration.ofDays(30));

            assertThat(sagas.events(handle)).hasSizeLessThan(2000);
            assertThat(handle.status().notified()).hasSize(1);
            sagas.shop.mend("undo two");
            sagas.skip(Duration.ofDays(1));
            sagas.awaitState(handle, SagaState.COMPENSATED);
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aStepWithoutAnUndoStaysDone() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        step("one").build(),
                        StepShape.compensatable("mail").call(Trial.call()).build(),
                        step("three").refusedBy(NotServed.TYPE).build())
                .undo(UndoOrder.ALL_AT_ONCE)
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Trial.earlyClient(sagas.patient).start("1", "x");

            sagas.awaitState(handle, SagaState.COMPENSATED);

            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.DONE, StepState.REFUSED);
        }
    }

    private static SagaShape threeSteps() {
        return SagaShape.of("test.Trial", 1)
                .steps(
                        step("one").build(),
                        step("two").build(),
                        step("three").refusedBy(NotServed.TYPE).build())
                .undo(UndoOrder.ALL_AT_ONCE)
                .build();
    }

    /** As the plan of an eventual saga has it where the definition says nothing. */
    private static StepShape.Builder step(String name) {
        CallShape endless = Trial.call().limit(null).unlimited();
        return StepShape.compensatable(name).call(endless).undo(endless).onUnknown(OnUnknown.ASK_AGAIN);
    }

    private static Sagas trial(SagaShape shape) {
        return Sagas.started((factory, shop) -> Trial.register(factory, shop, shape));
    }
}
