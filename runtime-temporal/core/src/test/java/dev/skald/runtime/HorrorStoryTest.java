package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.EventType;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Horror Story: links hand on before their own step, and undo it when a verdict reaches them. */
final class HorrorStoryTest {

    private static final StepShape RESERVED = Relay.step("reserved").build();
    private static final StepShape AUTHORIZED = Relay.step("authorized").build();
    private static final StepShape SHIPPED =
            Relay.step("shipped").refusedBy(NotServed.TYPE).build();
    private static final StepShape REFUSABLE =
            Relay.step("authorized").refusedBy(NotServed.TYPE).build();
    private static final SagaShape SAGA = Relay.saga(RESERVED, AUTHORIZED, SHIPPED);
    private static final StepShape AFTER = Relay.step("after").build();
    private static final StepShape CAPTURED =
            Relay.pivot("captured").refusedBy(NotServed.TYPE).build();
    private static final StepShape SENT = Relay.retriable("sent").build();
    private static final SagaShape WITH_PIVOT = Relay.saga(RESERVED, AFTER, CAPTURED, SENT);

    @Test
    void stepsRunAtTheSameTimeAndTheFirstLinkAnswersWhenAllAreDone() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Held reserved = new Behaviours.Held();
            Behaviours.Held shipped = new Behaviours.Held();
            sagas.shop.on("reserved", reserved);
            sagas.shop.on("shipped", shipped);
            SagaHandle<String> handle = start(sagas, SAGA);
            reserved.awaitBegun();
            shipped.awaitBegun();
            shipped.free();
            reserved.free();

            assertThat(handle.result()).isEqualTo("shipped");
            sagas.awaitState(handle, SagaState.COMPLETED);
            assertThat(handle.status().steps()).extracting(StepStatus::state).containsOnly(StepState.DONE);
            replay(sagas, SAGA);
        }
    }

    @Test
    void aStepThatNeedsAResultWaitsForItAndThePivotForAllAboveIt() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);

            assertThat(handle.result()).isEqualTo("sent");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "after", "captured", "sent");
            replay(sagas, WITH_PIVOT);
        }
    }

    @Test
    void aReadonlyStepBehindThePivotBeginsAfterItAndNothingIsUndoneBecauseOfIt() {
        SagaShape saga = Relay.saga(
                RESERVED,
                CAPTURED,
                StepShape.readonly("seen").call(Relay.call("seen")).build());
        try (Sagas sagas = started(saga)) {
            Behaviours.Held captured = new Behaviours.Held();
            sagas.shop.on("captured", captured);
            sagas.shop.on("seen", Behaviours.brokenForGood());
            start(sagas, saga);
            captured.awaitBegun();
            SagaHandle<String> handle = patient(sagas, saga);
            assertThat(handle.status().steps().get(2).state()).isEqualTo(StepState.PENDING);
            captured.free();
            sagas.await("attention", () -> handle.status().steps().get(2).state() == StepState.NEEDS_ATTENTION);
            sagas.await("a pause", () -> handle.status().steps().get(2).waitingFor() == null);
            sagas.shop.mend("seen");
            handle.operator("ann", "mended").retry("seen");

            assertThat(handle.result()).isEqualTo("seen");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "captured", "seen");
            replay(sagas, saga);
        }
    }

    @Test
    void aVerdictIsUndoneByEachLinkAndThenToldToTheCaller() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Held reserved = new Behaviours.Held();
            Behaviours.Refusing shipped = new Behaviours.Refusing();
            sagas.shop.on("reserved", reserved);
            sagas.shop.on("shipped", shipped);
            SagaHandle<String> handle = start(sagas, SAGA);
            reserved.awaitBegun();
            sagas.await("the step", () -> sagas.shop.effects().contains("authorized"));
            shipped.held.free();
            sagas.await("the undo", () -> sagas.shop.effects().contains("undo authorized"));
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
            reserved.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class, why -> assertThat(why.region()).isEqualTo("Antarctica"));
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.COMPENSATED, StepState.REFUSED);
            assertThat(sagas.shop.effects())
                    .containsExactlyInAnyOrder("reserved", "authorized", "undo reserved", "undo authorized");
            replay(sagas, SAGA);
        }
    }

    @Test
    void aStepThatHasNotBegunWhenTheVerdictComesDoesNotBegin() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            sagas.shop.on("reserved", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.PENDING, StepState.PENDING, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("undo reserved");
        }
    }

    @Test
    void thePivotMayRefuse() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            sagas.shop.on("captured", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects())
                    .containsExactlyInAnyOrder("reserved", "after", "undo reserved", "undo after");
        }
    }

    @Test
    void aSecondVerdictChangesNothing() {
        SagaShape saga = Relay.saga(RESERVED, REFUSABLE, SHIPPED);
        try (Sagas sagas = started(saga)) {
            SagaHandle<String> handle = refusedTogetherWith(sagas, saga, () -> new NotServed("Antarctica"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.REFUSED, StepState.REFUSED);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "undo reserved");
            replay(sagas, saga);
        }
    }

    @Test
    void aStepOfWhichNobodyKnowsIsUndoneThoughAnotherIsRefusedAtTheSameTime() {
        SagaShape saga = Relay.saga(RESERVED, REFUSABLE, SHIPPED);
        try (Sagas sagas = started(saga)) {
            SagaHandle<String> handle = refusedTogetherWith(
                    sagas, saga, () -> ApplicationFailure.newNonRetryableFailure("account is closed", "AccountClosed"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.COMPENSATED, StepState.REFUSED);
            assertThat(sagas.shop.effects()).containsExactlyInAnyOrder("reserved", "undo reserved", "undo authorized");
            replay(sagas, saga);
        }
    }

    /** A step is in flight when the verdict on another comes, and then fails, too. */
    private static SagaHandle<String> refusedTogetherWith(
            Sagas sagas, SagaShape saga, Supplier<RuntimeException> failure) {
        Behaviours.Failing authorized = new Behaviours.Failing(failure);
        Behaviours.Refusing shipped = new Behaviours.Refusing();
        sagas.shop.on("authorized", authorized);
        sagas.shop.on("shipped", shipped);
        SagaHandle<String> handle = start(sagas, saga);
        authorized.held.awaitBegun();
        shipped.held.awaitBegun();
        sagas.await("the first step", () -> sagas.shop.effects().contains("reserved"));
        shipped.held.free();
        // The server in memory loses an activity that ends while it is asked to.
        sagas.await("the request", () -> Relay.isCancelRequested(sagas.patient, "authorized"));
        authorized.held.free();
        return handle;
    }

    @Test
    void aCancelIsTakenByALinkThatHasNotPassedTheToken() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Held authorized = new Behaviours.Held();
            sagas.shop.on("authorized", authorized);
            SagaHandle<String> handle = start(sagas, SAGA);
            authorized.awaitBegun();
            sagas.await("the first step", () -> sagas.shop.effects().contains("reserved"));
            patient(sagas, SAGA).cancel("changed my mind");
            sagas.await("the request", () -> Relay.isCancelRequested(sagas.temporal.getWorkflowClient(), "authorized"));
            authorized.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasMessageContaining("cancelled: changed my mind");
            assertThat(sagas.shop.effects()).contains("undo reserved", "undo authorized");
            replay(sagas, SAGA);
        }
    }

    @Test
    void aCancelPastThePivotIsRejectedAndChangesNothing() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            Behaviours.Held captured = new Behaviours.Held();
            sagas.shop.on("captured", captured);
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);
            captured.awaitBegun();
            Relay.assertTooLate(() -> patient(sagas, WITH_PIVOT).cancel("changed my mind"));
            Relay.cancelUnchecked(sagas);
            captured.free();

            assertThat(handle.result()).isEqualTo("sent");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "after", "captured", "sent");
        }
    }

    @Test
    void anUndoThatFailsKeepsTheSagaOpenUntilAnOperatorSettlesIt() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Refusing shipped = new Behaviours.Refusing();
            sagas.shop.on("shipped", shipped);
            sagas.shop.on("undo authorized", Behaviours.brokenForGood());
            start(sagas, SAGA);
            SagaHandle<String> handle = patient(sagas, SAGA);
            sagas.await("the steps", () -> sagas.shop.effects().containsAll(List.of("reserved", "authorized")));
            shipped.held.free();
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.COMPENSATION_FAILED);
            handle.operator("ann", "done by phone").confirmDone("authorized");
            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).contains("undo reserved");
        }
    }

    @Test
    void whoGivesUpAStepPastThePivotLeavesAllAsItStands() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            sagas.shop.on("captured", Behaviours.brokenForGood());
            start(sagas, WITH_PIVOT);
            SagaHandle<String> handle = patient(sagas, WITH_PIVOT);
            sagas.await("attention", () -> handle.status().steps().get(2).state() == StepState.NEEDS_ATTENTION);

            handle.operator("ann", "the shop is closed").abandon();
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            assertThat(sagas.shop.effects()).containsExactly("reserved", "after");
        }
    }

    @Test
    void theDeadlineStopsTheChainBeforeThePivot() {
        SagaShape saga = Relay.builder(RESERVED, AFTER, CAPTURED)
                .deadline(Duration.ofMinutes(10))
                .build();
        try (Sagas sagas = started(saga)) {
            Behaviours.Held after = new Behaviours.Held();
            sagas.shop.on("after", after);
            SagaHandle<String> handle = start(sagas, saga);
            after.awaitBegun();
            var failure = sagas.failureInBackground(handle);
            sagas.skip(Duration.ofMinutes(11));
            after.free();

            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasMessageContaining("not completed within its deadline of PT10M");
            assertThat(sagas.shop.effects()).doesNotContain("captured").contains("undo reserved", "undo after");
        }
    }

    private static Sagas started(SagaShape saga) {
        return Relay.started(Relay.Pattern.HORROR_STORY, saga);
    }

    private static SagaHandle<String> start(Sagas sagas, SagaShape saga) {
        return Relay.start(sagas, saga, NotServed.TYPE);
    }

    /** The saga, asked by a client whose waiting lets no time pass. */
    private static SagaHandle<String> patient(Sagas sagas, SagaShape saga) {
        return Relay.on(sagas.patient, saga, NotServed.TYPE).handle("1");
    }

    private static void replay(Sagas sagas, SagaShape saga) {
        Relay.replay(sagas, Relay.Pattern.HORROR_STORY, saga);
    }
}
