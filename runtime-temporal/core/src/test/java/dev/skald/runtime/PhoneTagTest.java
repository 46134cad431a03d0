package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Phone Tag: each link does its step and waits for the next one; a refusal travels up, and each undoes its own. */
final class PhoneTagTest {

    private static final StepShape RESERVED =
            Relay.step("reserved").refusedBy(OutOfStock.TYPE).build();
    private static final StepShape AUTHORIZED = Relay.step("authorized").build();
    private static final StepShape SHIPPED =
            Relay.step("shipped").refusedBy(NotServed.TYPE).build();
    private static final SagaShape SAGA = Relay.saga(RESERVED, AUTHORIZED, SHIPPED);
    private static final StepShape CAPTURED =
            Relay.pivot("captured").refusedBy(NotServed.TYPE).build();
    private static final StepShape SENT = Relay.retriable("sent").build();
    private static final SagaShape WITH_PIVOT = Relay.saga(RESERVED, AUTHORIZED, CAPTURED, SENT);

    @Test
    void theCallerGetsWhatTheLastLinkReturns() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = start(sagas, SAGA);

            assertThat(handle.result()).isEqualTo("done xreservedauthorizedshipped");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized", "shipped");
            assertThat(sagas.shop.callsOf("shipped"))
                    .extracting(SagaCall::sagaId)
                    .containsExactly(sagas.shop.callsOf("reserved").get(0).sagaId());
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPLETED);
            assertThat(handle.status().sagaId())
                    .isEqualTo(sagas.shop.callsOf("reserved").get(0).sagaId());
            assertThat(handle.status().steps())
                    .extracting(StepStatus::name, StepStatus::state)
                    .containsExactly(
                            tuple("reserved", StepState.DONE),
                            tuple("authorized", StepState.DONE),
                            tuple("shipped", StepState.DONE));
            replay(sagas, SAGA);
        }
    }

    @Test
    void aRefusalIsUndoneUpTheChainAndThenToldToTheCaller() {
        try (Sagas sagas = started(SAGA)) {
            sagas.shop.on("shipped", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = start(sagas, SAGA);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class, why -> assertThat(why.region()).isEqualTo("Antarctica"));
            assertThat(failed.steps())
                    .extracting(StepStatus::name, StepStatus::state)
                    .containsExactly(
                            tuple("reserved", StepState.COMPENSATED),
                            tuple("authorized", StepState.COMPENSATED),
                            tuple("shipped", StepState.REFUSED));
            assertThat(sagas.shop.effects())
                    .containsExactly("reserved", "authorized", "undo authorized", "undo reserved");
            assertThat(sagas.closingFailure(handle).getApplicationFailureInfo().getCategory())
                    .hasToString("APPLICATION_ERROR_CATEGORY_BENIGN");
            assertThat(handle.status().undone()).containsExactly("authorized", "reserved");
            replay(sagas, SAGA);
        }
    }

    @Test
    void aRefusalOfTheFirstStepStartsNoOtherLink() {
        try (Sagas sagas = started(SAGA)) {
            sagas.shop.on("reserved", Behaviours.failing(() -> new OutOfStock("sku-1")));
            SagaHandle<String> handle = start(sagas, SAGA);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasCauseInstanceOf(OutOfStock.class);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.REFUSED, StepState.PENDING, StepState.PENDING);
            assertThat(handle.status().steps()).hasSameSizeAs(failed.steps());
        }
    }

    @Test
    void aStepOfWhichNobodyKnowsIsUndoneByItsOwnLinkFirst() {
        try (Sagas sagas = started(SAGA)) {
            sagas.shop.on("shipped", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas, SAGA);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasMessageContaining("account is closed");
            assertThat(sagas.shop.effects())
                    .containsExactly("reserved", "authorized", "undo shipped", "undo authorized", "undo reserved");
        }
    }

    @Test
    void theSameIdIsANewSagaAfterACompensatedOne() {
        try (Sagas sagas = started(SAGA)) {
            sagas.shop.on("shipped", Behaviours.failing(() -> new NotServed("Antarctica")));
            assertThat(catchThrowableOfType(SagaFailed.class, start(sagas, SAGA)::result))
                    .isNotNull();
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("authorized", held);
            sagas.shop.mend("shipped");

            SagaHandle<String> again = start(sagas, SAGA);
            held.awaitBegun();
            assertThat(again.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.RUNNING, StepState.PENDING);
            held.free();

            assertThat(again.result()).startsWith("done");
            assertThat(sagas.shop.callsOf("authorized"))
                    .extracting(SagaCall::key)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        }
    }

    @Test
    void anUndoThatFailsKeepsItsLinkAndTheFirstOpenWhileTheOthersAreUndone() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stuckInAnUndo(sagas);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, patient(sagas)::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.COMPENSATION_FAILED, StepState.REFUSED);
            assertThat(handle.status().stillToUndo()).containsExactly("authorized");
            assertThat(handle.status().notified()).extracting(Notified::step).containsExactly("authorized");

            handle.operator("ann", "done by phone").confirmDone("authorized");
            sagas.awaitState(handle, SagaState.COMPENSATED);

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.COMPENSATED, StepState.REFUSED);
            replay(sagas, SAGA);
        }
    }

    @Test
    void anUndoThatIsLeftOutMakesTheSagaResolvedManually() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stuckInAnUndo(sagas);

            handle.operator("ann", "nothing to void").skip("authorized");
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
        }
    }

    @Test
    void anUndoThatIsSentAgainMakesTheSagaCompensated() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stuckInAnUndo(sagas);
            sagas.shop.mend("undo authorized");

            handle.operator("ann", "mended").retryAll();
            sagas.awaitState(handle, SagaState.COMPENSATED);

            assertThat(sagas.shop.effects()).endsWith("undo reserved", "undo authorized");
        }
    }

    private static SagaHandle<String> stuckInAnUndo(Sagas sagas) {
        sagas.shop.on("shipped", Behaviours.failing(() -> new NotServed("Antarctica")));
        sagas.shop.on("undo authorized", Behaviours.brokenForGood());
        start(sagas, SAGA);
        SagaHandle<String> handle = patient(sagas);
        sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
        sagas.await("the undo above", () -> sagas.shop.effects().contains("undo reserved"));
        return handle;
    }

    @Test
    void anUndoThatPausesHoldsUpThoseAbove() {
        StepShape pausing = Relay.step("authorized").pauseOnExhausted().build();
        SagaShape saga = Relay.saga(RESERVED, pausing, SHIPPED);
        try (Sagas sagas = started(saga)) {
            sagas.shop.on("shipped", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo authorized", Behaviours.brokenForGood());
            start(sagas, saga);
            SagaHandle<String> handle = patient(sagas, saga);
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized");
            handle.operator("ann", "done by phone").confirmDone("authorized");
            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).endsWith("undo reserved");
        }
    }

    @Test
    void aLinkThatHasBegunMayTakeItsTime() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("shipped", held);
            SagaHandle<String> handle = start(sagas, SAGA);
            CompletableFuture<String> result = CompletableFuture.supplyAsync(handle::result);
            held.awaitBegun();
            sagas.skip(Duration.ofMinutes(20));
            held.free();

            assertThat(result.join()).startsWith("done");
            replay(sagas, SAGA);
        }
    }

    @Test
    void aCancelReachesTheLinkWhoseStepRuns() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("shipped", held);
            SagaHandle<String> handle = start(sagas, SAGA);
            held.awaitBegun();
            patient(sagas).cancel("changed my mind");
            sagas.await("the request", () -> Relay.isCancelRequested(sagas.temporal.getWorkflowClient(), "shipped"));
            held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled: changed my mind");
            assertThat(sagas.shop.effects())
                    .containsExactly(
                            "reserved", "authorized", "shipped", "undo shipped", "undo authorized", "undo reserved");
            replay(sagas, SAGA);
        }
    }

    @Test
    void aCancelDoesNotWaitForALinkThatHasNotBegun() {
        try (Sagas sagas = Relay.started(Relay.Pattern.PHONE_TAG, WITH_PIVOT, RESERVED, AUTHORIZED)) {
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);
            // The in-memory server loses an activity that ends just as it is asked to end.
            sagas.await("the hand-over", () -> Relay.isThere(sagas.temporal.getWorkflowClient(), "Relay/1/captured"));
            patient(sagas, WITH_PIVOT).cancel("changed my mind");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).endsWith("undo authorized", "undo reserved");
        }
    }

    @Test
    void aCancelPastThePivotIsRejectedAndChangesNothing() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("captured", held);
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);
            held.awaitBegun();
            Relay.assertTooLate(() -> patient(sagas, WITH_PIVOT).cancel("changed my mind"));
            Relay.cancelUnchecked(sagas);
            held.free();

            assertThat(handle.result()).startsWith("done");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized", "captured", "sent");
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
            assertThat(sagas.shop.effects()).endsWith("undo authorized", "undo reserved");
        }
    }

    @Test
    void aStepPastThePivotIsAskedForUntilItIsDone() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            sagas.shop.on("sent", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);
            sagas.await("attention", () -> handle.status().steps().get(3).state() == StepState.NEEDS_ATTENTION);
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            sagas.shop.mend("sent");

            assertThat(handle.result()).startsWith("done");
        }
    }

    @Test
    void theDeadlineStopsTheChainBeforeThePivot() {
        SagaShape saga = Relay.builder(RESERVED, AUTHORIZED, SHIPPED)
                .deadline(Duration.ofMinutes(10))
                .build();
        try (Sagas sagas = started(saga)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("shipped", held);
            SagaHandle<String> handle = start(sagas, saga);
            held.awaitBegun();
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            sagas.skip(Duration.ofMinutes(11));
            held.free();

            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("not completed within its deadline of PT10M");
            assertThat(sagas.shop.effects()).endsWith("undo shipped", "undo authorized", "undo reserved");
            replay(sagas, saga);
        }
    }

    @Test
    void theDeadlineEscalatesAtTheLinkWhoseStepIsOpenPastThePivot() {
        SagaShape saga = Relay.builder(RESERVED, AUTHORIZED, CAPTURED, SENT)
                .deadline(Duration.ofMinutes(10))
                .build();
        try (Sagas sagas = started(saga)) {
            sagas.shop.on("captured", Behaviours.brokenForGood());
            start(sagas, saga);
            SagaHandle<String> handle = patient(sagas, saga);
            sagas.await("attention", () -> handle.status().steps().get(2).state() == StepState.NEEDS_ATTENTION);
            sagas.skip(Duration.ofMinutes(11));
            sagas.awaitState(handle, SagaState.ESCALATED);

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.ESCALATED);
            // The in-memory server loses an activity that ends just as it is asked to end.
            sagas.await("a pause", () -> handle.status().steps().get(2).waitingFor() == null);
            sagas.shop.mend("captured");
            handle.operator("ann", "mended").retry("captured");
            sagas.awaitState(handle, SagaState.COMPLETED);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized", "captured", "sent");
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

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).cause().hasMessageContaining("the shop is closed");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized");
        }
    }

    @Test
    void aLinkThatTemporalCancelsPastThePivotAnswersWithItsResult() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("sent", held);
            SagaHandle<String> handle = start(sagas, WITH_PIVOT);
            held.awaitBegun();
            stub(sagas, "Relay/1/captured").cancel();
            stub(sagas, "Relay/1/sent").cancel();
            held.free();

            assertThat(handle.result()).isEqualTo("done xreservedauthorizedcapturedsent");
            replay(sagas, WITH_PIVOT);
        }
    }

    @Test
    void aStepThatIsNotTakenIsSkippedAndTheChainGoesOn() {
        SagaShape saga = Relay.saga(RESERVED, Relay.step("skipped").build(), SHIPPED);
        try (Sagas sagas = started(saga)) {
            SagaHandle<String> handle = start(sagas, saga);

            assertThat(handle.result()).isEqualTo("done xreservedskippedshipped");
            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.SKIPPED, StepState.DONE);
        }
    }

    @Test
    void eachLinkTellsItsOwnMomentAndTheFirstTheEnd() {
        SagaShape saga = Relay.builder(
                        Relay.step("reserved").moment(Moment.RESERVING).build(),
                        AUTHORIZED,
                        Relay.step("shipped").moment(Moment.SHIPPING).build())
                .states(Moment.values())
                .onStateChange(Relay.call("reserved"))
                .build();
        try (Sagas sagas = started(saga)) {
            assertThat(start(sagas, saga).result()).startsWith("done");

            assertThat(sagas.shop.effects())
                    .containsExactly(
                            "tell RESERVING", "reserved", "authorized", "tell SHIPPING", "shipped", "tell COMPLETED");
            assertThat(sagas.shop.callsOf("on state change"))
                    .extracting(SagaCall::key)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
            replay(sagas, saga);
        }
    }

    /** The uncertain moments of a saga. */
    private enum Moment implements State {
        RESERVING,
        SHIPPING;

        @Override
        public Set<State> successors() {
            return Set.of();
        }
    }

    private static Sagas started(SagaShape saga) {
        return Relay.started(Relay.Pattern.PHONE_TAG, saga);
    }

    private static SagaHandle<String> start(Sagas sagas, SagaShape saga) {
        return Relay.start(sagas, saga, NotServed.TYPE, OutOfStock.TYPE);
    }

    /** The saga, asked by a client whose waiting lets no time pass. */
    private static SagaHandle<String> patient(Sagas sagas) {
        return patient(sagas, SAGA);
    }

    private static SagaHandle<String> patient(Sagas sagas, SagaShape saga) {
        return Relay.on(sagas.patient, saga, NotServed.TYPE, OutOfStock.TYPE).handle("1");
    }

    private static WorkflowStub stub(Sagas sagas, String workflowId) {
        return sagas.temporal.getWorkflowClient().newUntypedWorkflowStub(workflowId);
    }

    private static void replay(Sagas sagas, SagaShape saga) {
        Relay.replay(sagas, Relay.Pattern.PHONE_TAG, saga);
    }
}
