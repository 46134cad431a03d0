package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import com.acme.orders.Shipment;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a person may do about a stuck saga, and what they are told where it is not allowed. */
final class OperatorTest {

    private static final SagaShape THREE_STEPS = SagaShape.of("test.Trial", 1)
            .steps(
                    Trial.step("one").build(),
                    Trial.step("two").build(),
                    Trial.step("three").refusedBy(NotServed.TYPE).build())
            .build();

    @Test
    void aRetriedUndoThatSucceedsMakesTheSagaCompensated() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);
            sagas.shop.mend("undo two");

            ann(handle).retry("two");

            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).endsWith("undo one", "undo two");
            assertThat(handle.status().steps().get(1).settled()).isEqualTo("retry by ann: it is back");
            Trial.replay(sagas, handle, THREE_STEPS);
        }
    }

    @Test
    void aRetryThatFailsAgainNotifiesTheAdminAgain() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);

            ann(handle).retryAll();

            sagas.await("a second notice", () -> handle.status().notified().size() == 2);
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATION_FAILED);
        }
    }

    @Test
    void anUndoThatAPersonConfirmsHasHappened() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);

            ann(handle).confirmDone("two");

            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(handle.status().undone()).containsExactlyInAnyOrder("one", "two");
            Trial.replay(sagas, handle, THREE_STEPS);
        }
    }

    @Test
    void aSagaWithASkippedUndoIsNeverCalledCompensated() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);

            ann(handle).skip("two");

            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.SKIPPED, StepState.REFUSED);
            assertThat(handle.status().stillToUndo()).containsExactly("two");
            Trial.replay(sagas, handle, THREE_STEPS);
        }
    }

    @Test
    void aSagaThatWasSettledByHandIsNotStartedAgain() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);
            ann(handle).skip("two");
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            SagaFailed again = catchThrowableOfType(
                    SagaFailed.class,
                    () -> Trial.client(sagas.patient, NotServed.TYPE).execute("1", "x"));

            assertThat(again.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(sagas.shop.effects()).containsOnlyOnce("one");
        }
    }

    @Test
    void anAbandonedSagaEndsWithTheStepsAsTheyAre() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);

            ann(handle).abandon();

            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);
            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.COMPENSATION_FAILED, StepState.REFUSED);
            Trial.replay(sagas, handle, THREE_STEPS);
        }
    }

    @Test
    void anAbandonedSagaThatPausesSendsNoFurtherUndo() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        Trial.step("two").pauseOnExhausted().build(),
                        Trial.step("three").refusedBy(NotServed.TYPE).build())
                .build();
        try (Sagas sagas = trial(shape)) {
            SagaHandle<String> handle = stuckUndo(sagas);

            ann(handle).abandon();

            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);
            assertThat(sagas.shop.effects()).containsExactly("one", "two");
            assertThat(handle.status().stillToUndo()).containsExactly("two", "one");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aStepWithoutAnUndoCanBeConfirmedButNotRetried() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        StepShape.compensatable("one")
                                .call(Trial.call())
                                .noUndo("the parcel is gone")
                                .build(),
                        Trial.step("two").refusedBy(NotServed.TYPE).build())
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("two", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);

            refused(handle, it -> it.retry("one"), "has no undo to be sent", "confirmDone, skip, abandon");
            ann(handle).confirmDone("one");

            sagas.awaitState(handle, SagaState.COMPENSATED);
        }
    }

    @Test
    void aStuckRetriableStepCanBeConfirmedAndTheSagaCompletes() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        StepShape.pivot("go").call(Trial.call()).build(),
                        StepShape.retriable("tell").call(Trial.call()).build())
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("tell", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.await("a call for help", () -> !handle.status().notified().isEmpty());

            refused(handle, it -> it.confirmNotDone("tell"), "after the pivot every step must be done");
            refused(handle, it -> it.skip("tell"), "only an undo can be left out");
            refused(handle, it -> it.confirmDone("tell"), "would have answered, as `result`: java.lang.String");
            ann(handle).confirmDone("tell", "told by phone");

            assertThat(handle.result()).isEqualTo("done x");
            assertThat(handle.status().steps().get(1).settled()).isEqualTo("confirmDone by ann: it is back");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aStuckStepAfterThePivotThatIsAbandonedLeavesWhatWasDone() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        StepShape.pivot("go").call(Trial.call()).build(),
                        StepShape.retriable("tell").call(Trial.call()).build())
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("tell", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.await("a call for help", () -> !handle.status().notified().isEmpty());

            ann(handle).abandon();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).cause().hasMessageContaining("abandon by ann: it is back");
            assertThat(sagas.shop.effects()).containsExactly("one", "go");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aRetryDoesNotWaitForThePauseToPass() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(StepShape.retriable("tell")
                        .call(Trial.call().backoff(Duration.ofDays(1), Duration.ofDays(1), 1))
                        .build())
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("tell", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.await("a call for help", () -> !handle.status().notified().isEmpty());
            sagas.shop.mend("tell");

            ann(handle).retry("tell");

            assertThat(handle.result()).isEqualTo("done x");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aVerbForWhatIsNotStuckIsRefusedWithWhatIs() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);

            refused(handle, it -> it.retry("one"), "step one is COMPENSATED and not stuck", "the undo of step two");
            refused(handle, it -> it.retry("four"), "Trial/1 has no step four");
            refused(handle, it -> it.confirmNotDone("two"), "is what the saga goes by");
            assertThatThrownBy(() -> handle.operator("", "x").retry("two"))
                    .isInstanceOf(SagaRequestRejected.class)
                    .hasMessageContaining("say who asks and why");
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATION_FAILED);
        }
    }

    @Test
    void aVerbForASagaInWhichNothingIsStuckIsRefused() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("two", held);
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            held.awaitBegun();

            refused(handle, it -> it.retry("two"), "nothing of Trial/1 is stuck: it is RUNNING");
            refused(handle, SagaOperator::abandon, "nothing of Trial/1 is stuck");
            held.free();
            assertThat(handle.result()).isEqualTo("done x");
            refused(handle, it -> it.retry("two"), "Trial/1 is over: its workflow is COMPLETED");
        }
    }

    @Test
    void whereTwoUndosAreStuckAConfirmationNamesOneAndARetryMeansBoth() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            sagas.shop.on("undo one", Behaviours.brokenForGood());
            SagaHandle<String> handle = stuckUndo(sagas);
            sagas.await("two notices", () -> handle.status().notified().size() == 2);

            assertThatThrownBy(() -> send(sagas.workflow(handle), "skip", Map.of("by", "ann", "reason", "x")))
                    .isInstanceOf(WorkflowUpdateException.class)
                    .cause()
                    .hasMessageContaining(
                            "say which step is meant, as `step`; stuck: the undo of step two, the undo of");
            sagas.shop.mend("undo one");
            sagas.shop.mend("undo two");
            ann(handle).retryAll();

            sagas.awaitState(handle, SagaState.COMPENSATED);
        }
    }

    @Test
    void whatCannotBeReadIsRefusedAndDoesNotHoldUpTheSaga() {
        try (Sagas sagas = trial(THREE_STEPS)) {
            SagaHandle<String> handle = stuckUndo(sagas);
            WorkflowStub workflow = sagas.workflow(handle);

            assertThatThrownBy(() -> send(workflow, "retry", "two")).isInstanceOf(WorkflowUpdateException.class);
            assertThatThrownBy(() -> send(workflow, "retry")).isInstanceOf(WorkflowUpdateException.class);
            assertThatThrownBy(() -> send(workflow, "retry", Map.of("stepp", "two", "by", "ann", "reason", "x")))
                    .isInstanceOf(WorkflowUpdateException.class);
            sagas.shop.mend("undo two");
            send(workflow, "retry", Map.of("step", "two", "by", "ann", "reason", "x"));

            sagas.awaitState(handle, SagaState.COMPENSATED);
        }
    }

    @Test
    void aConfirmedResultIsCheckedBeforeItIsTaken() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(Trial.step("one").onUnknown(OnUnknown.ESCALATE).build())
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("one", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.awaitState(handle, SagaState.ESCALATED);

            refused(
                    handle,
                    it -> it.confirmDone("one", new Shipment("T-1")),
                    "`result` cannot be read as java.lang.String");
            ann(handle).confirmDone("one", "T-1");

            assertThat(handle.result()).isEqualTo("done x");
        }
    }

    private static SagaHandle<String> stuckUndo(Sagas sagas) {
        sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
        sagas.shop.on("undo two", Behaviours.brokenForGood());
        SagaHandle<String> handle = Trial.client(sagas.patient, NotServed.TYPE).start("1", "x");
        sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
        return handle;
    }

    private static SagaOperator ann(SagaHandle<?> handle) {
        return handle.operator("ann", "it is back");
    }

    private static void refused(SagaHandle<?> handle, Consumer<SagaOperator> verb, String... words) {
        assertThatThrownBy(() -> verb.accept(ann(handle)))
                .isInstanceOf(SagaRequestRejected.class)
                .hasMessageContainingAll(words);
    }

    private static void send(WorkflowStub workflow, String update, Object... arguments) {
        UpdateOptions<Void> options = UpdateOptions.newBuilder(Void.class)
                .setUpdateName(update)
                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                .build();
        workflow.startUpdate(options, arguments).getResult();
    }

    private static Sagas trial(SagaShape shape) {
        return Sagas.started((factory, shop) -> Trial.register(factory, shop, shape));
    }
}
