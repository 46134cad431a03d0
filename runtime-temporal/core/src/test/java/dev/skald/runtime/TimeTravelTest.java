package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Time Travel: each link waits for the next; nothing is undone, and a refusal stops the chain where it is. */
final class TimeTravelTest {

    private static final StepShape COLLECTED = step("collected").build();
    private static final StepShape SORTED =
            step("sorted").refusedBy(NotServed.TYPE).build();
    private static final StepShape STORED = step("stored").build();
    private static final SagaShape SAGA = Relay.saga(COLLECTED, SORTED, STORED);
    private static final SagaShape WITH_PIVOT = Relay.saga(
            COLLECTED, Relay.pivot("sorted").build(), Relay.retriable("stored").build());

    private static StepShape.Builder step(String name) {
        return StepShape.compensatable(name)
                .call(CallShape.on(Relay.queue(name))
                        .timeout(Duration.ofHours(1))
                        .unlimited())
                .onUnknown(OnUnknown.ASK_AGAIN);
    }

    @Test
    void theCallerGetsWhatTheLastLinkReturns() {
        try (Sagas sagas = started(SAGA)) {
            assertThat(start(sagas).result()).isEqualTo("done xcollectedsortedstored");
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "stored");
            replay(sagas);
        }
    }

    @Test
    void theCallerIsToldAtOnceWhereTheChainHasStopped() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stopped(sagas);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RUNNING);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class, why -> assertThat(why.region()).isEqualTo("Antarctica"));
            assertThat(failed.steps())
                    .extracting(StepStatus::name, StepStatus::state)
                    .containsExactly(
                            tuple("collected", StepState.DONE),
                            tuple("sorted", StepState.NEEDS_ATTENTION),
                            tuple("stored", StepState.PENDING));
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            assertThat(handle.status().notified()).extracting(Notified::step).containsExactly("sorted");
            assertThat(sagas.shop.effects()).containsExactly("collected");
        }
    }

    @Test
    void aRefusedPivotStopsTheChainAsAnyOtherStepDoes() {
        SagaShape saga = Relay.saga(
                COLLECTED, Relay.pivot("sorted").refusedBy(NotServed.TYPE).build(), STORED);
        try (Sagas sagas = started(saga)) {
            SagaHandle<String> handle = stopped(sagas);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RUNNING);
            assertThat(handle.status().notified()).extracting(Notified::step).containsExactly("sorted");
        }
    }

    @Test
    void aRefusalIsKnownAlsoWhereWhatNobodyKnowsEscalates() {
        StepShape sorted = StepShape.compensatable("sorted")
                .call(Relay.call("sorted"))
                .refusedBy(NotServed.TYPE)
                .onUnknown(OnUnknown.ESCALATE)
                .build();
        try (Sagas sagas = started(Relay.saga(COLLECTED, sorted, STORED))) {
            SagaHandle<String> handle = stopped(sagas);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RUNNING);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
        }
    }

    @Test
    void aRefusedStepIsNotAskedForAgainByItself() {
        try (Sagas sagas = started(SAGA)) {
            stopped(sagas);

            sagas.skip(Duration.ofDays(3));

            assertThat(sagas.shop.callsOf("sorted")).hasSize(1);
        }
    }

    @Test
    void theChainGoesOnWhenAnOperatorSaysThatTheStepIsDone() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stopped(sagas);

            handle.operator("ann", "sorted by hand").confirmDone("sorted", "by hand");
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(handle.result()).startsWith("done");
            assertThat(sagas.shop.effects()).containsExactly("collected", "stored");
            replay(sagas);
        }
    }

    @Test
    void theChainGoesOnWhenTheParticipantThinksBetterOfIt() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stopped(sagas);
            sagas.shop.mend("sorted");

            handle.operator("ann", "there is a road now").retry("sorted");
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "stored");
        }
    }

    @Test
    void whoGivesItUpLeavesWhatIsDone() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stopped(sagas);

            handle.operator("ann", "nobody needs it").abandon();
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("collected");
            replay(sagas);
        }
    }

    @Test
    void thatItIsNotDoneNobodyNeedsToSay() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = stopped(sagas);
            SagaOperator ann = handle.operator("ann", "not done");

            assertThat(catchThrowableOfType(SagaRequestRejected.class, () -> ann.confirmNotDone("sorted")))
                    .hasMessageContaining("Possible: retry, confirmDone, abandon");
        }
    }

    @Test
    void aParticipantThatIsDownIsAskedUntilItAnswers() {
        try (Sagas sagas = started(SAGA)) {
            sagas.shop.on("sorted", Behaviours.brokenForGood());
            start(sagas);
            SagaHandle<String> handle = patient(sagas);
            sagas.await("attention", () -> handle.status().steps().get(1).state() == StepState.NEEDS_ATTENTION);
            sagas.shop.mend("sorted");
            sagas.skip(Duration.ofMinutes(1));

            assertThat(handle.result()).startsWith("done");
        }
    }

    @Test
    void aCancelKeepsLinksFromBeginningAndUndoesNothing() {
        try (Sagas sagas = started(SAGA)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("sorted", held);
            SagaHandle<String> handle = start(sagas);
            held.awaitBegun();
            patient(sagas).cancel("changed my mind");
            sagas.await("the message", () -> Relay.isSignalled(sagas.patient, "sorted"));
            held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).hasMessageContaining("cancelled: changed my mind");
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.DONE, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted");
            replay(sagas);
        }
    }

    @Test
    void aCancelPastThePivotIsRejectedAndKeepsNothingFromBeginning() {
        try (Sagas sagas = started(WITH_PIVOT)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("sorted", held);
            SagaHandle<String> handle = Relay.start(sagas, WITH_PIVOT);
            held.awaitBegun();
            Relay.assertTooLate(
                    () -> Relay.on(sagas.patient, WITH_PIVOT).handle("1").cancel("changed my mind"));
            Relay.cancelUnchecked(sagas);
            sagas.await("the message", () -> Relay.isSignalled(sagas.patient, "sorted"));
            held.free();

            assertThat(handle.result()).startsWith("done");
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "stored");
        }
    }

    @Test
    void theDeadlineKeepsLinksFromBeginning() {
        SagaShape saga = Relay.builder(COLLECTED, SORTED, STORED)
                .deadline(Duration.ofMinutes(10))
                .build();
        try (Sagas sagas = started(saga)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("collected", held);
            SagaHandle<String> handle = Relay.start(sagas, saga);
            held.awaitBegun();
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            sagas.skip(Duration.ofMinutes(11));
            held.free();

            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).hasMessageContaining("not completed within its deadline of PT10M");
            assertThat(sagas.shop.effects()).containsExactly("collected");
        }
    }

    private static SagaHandle<String> stopped(Sagas sagas) {
        sagas.shop.on("sorted", Behaviours.failing(() -> new NotServed("Antarctica")));
        start(sagas);
        SagaHandle<String> handle = patient(sagas);
        sagas.await("attention", () -> handle.status().steps().get(1).state() == StepState.NEEDS_ATTENTION);
        return handle;
    }

    private static Sagas started(SagaShape saga) {
        return Relay.started(Relay.Pattern.TIME_TRAVEL, saga);
    }

    private static SagaHandle<String> start(Sagas sagas) {
        return client().on(sagas.temporal.getWorkflowClient()).start("1", "x");
    }

    /** The saga, asked by a client whose waiting lets no time pass. */
    private static SagaHandle<String> patient(Sagas sagas) {
        return client().on(sagas.patient).handle("1");
    }

    private static SagaClient.Builder<String> client() {
        return Relay.client(SAGA, NotServed.TYPE).answersEarly();
    }

    private static void replay(Sagas sagas) {
        Relay.replay(sagas, Relay.Pattern.TIME_TRAVEL, SAGA);
    }
}
