package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** {@code on state change}: a participant is told each moment that the definition names, and the end. */
final class ToldStatesTest {

    private static final StepShape PAY = Trial.step("pay")
            .moment(new Tale.Moment("PAYING"))
            .refusedBy(NotServed.TYPE)
            .build();
    private static final StepShape BOOK =
            Trial.step("book").moment(new Tale.Moment("BOOKING")).build();
    private static final StepShape PACK = Trial.step("pack").build();
    private static final StepShape GO = StepShape.pivot("go")
            .call(Trial.call())
            .moment(new Tale.Moment("GOING"))
            .refusedBy(NotServed.TYPE)
            .build();
    private static final SubSagaShape SETTLED =
            SubSagaShape.compensatable("settled", "test.Inner", 1).build();

    private static final CallShape BOUNDED = CallShape.on(Trial.PARTICIPANT);
    private static final CallShape ENDLESS = BOUNDED.unlimited();
    private static final SagaShape ATOMIC =
            Tale.telling(Tale.dependentsFirst(Tale.atomic(PAY, BOOK, PACK, GO)), BOUNDED);
    private static final SagaShape EVENTUAL = Tale.telling(Tale.eventual(ATOMIC), ENDLESS);

    @Test
    void eachMomentIsToldBeforeItsRequestGoesOutAndTheEndBeforeTheCallerIsAnswered() {
        try (Sagas sagas = Tale.started(ATOMIC, ToldStatesTest::oneByOne)) {
            Behaviours.Held paying = sagas.shop.hold("tell PAYING");
            Behaviours.Held completed = sagas.shop.hold("tell COMPLETED");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            CompletableFuture<String> result = CompletableFuture.supplyAsync(handle::result);
            paying.awaitBegun();
            assertThat(handle.status().waitingFor()).containsExactly("participant to be told PAYING");
            assertThat(handle.status().moment()).isEqualTo("PAYING");
            assertThat(handle.status().steps().get(0).state()).isEqualTo(StepState.PENDING);
            assertThat(sagas.shop.callsOf("pay")).isEmpty();
            paying.free();
            completed.awaitBegun();
            assertThat(handle.status().waitingFor()).containsExactly("participant to be told COMPLETED");
            assertThat(result).isNotDone();
            completed.free();

            assertThat(result.join()).isEqualTo("done");
            assertThat(sagas.shop.effects())
                    .containsExactly(
                            "tell PAYING",
                            "pay x",
                            "pack x",
                            "tell BOOKING",
                            "book x",
                            "tell GOING",
                            "go x",
                            "tell COMPLETED");
            Tale.replay(sagas, handle, ATOMIC, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void eachCallHasAKeyOfItsOwnAndCarriesTheMomentThatItTells() {
        try (Sagas sagas = Tale.started(ATOMIC, ToldStatesTest::oneByOne)) {
            Tale.client(sagas).start("1", List.of()).result();

            assertThat(sagas.shop.callsOf("on state change"))
                    .extracting(SagaCall::iteration, SagaCall::phase, SagaCall::moment)
                    .containsExactly(
                            tuple(1, SagaCall.Phase.DO, "PAYING"),
                            tuple(2, SagaCall.Phase.DO, "BOOKING"),
                            tuple(3, SagaCall.Phase.DO, "GOING"),
                            tuple(4, SagaCall.Phase.DO, null));
        }
    }

    @Test
    void theSameStateTwiceInARowIsToldOnce() {
        Tale.Plot plot = (tale, items) -> {
            for (String item : tale.saga.each("items", List.of("1", "2", "3"), 3)) {
                tale.take(PAY, item);
                tale.take(PACK, item);
            }
            return "done";
        };
        try (Sagas sagas = Tale.started(ATOMIC, plot)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            assertThat(handle.result()).isEqualTo("done");
            assertThat(told(sagas)).containsExactly("tell PAYING", "tell COMPLETED");
            Tale.replay(sagas, handle, ATOMIC, plot);
        }
    }

    @Test
    void ofWhatHappensWhileItIsUndoneOnlyTheEndIsTold() {
        try (Sagas sagas = Tale.started(ATOMIC, ToldStatesTest::oneByOne)) {
            sagas.shop.refuse("go x");
            sagas.shop.on("undo book x", Behaviours.brokenForGood());
            Behaviours.Held end = sagas.shop.hold("tell COMPENSATED");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            sagas.shop.mend("undo book x");
            handle.operator("ann", "it is back").retry("book");
            end.awaitBegun();
            assertThat(sagas.shop.effects()).contains("undo book x", "undo pay x");
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            end.free();

            assertThat(failure.join()).cause().isInstanceOf(NotServed.class);
            assertThat(told(sagas)).containsExactly("tell PAYING", "tell BOOKING", "tell GOING", "tell COMPENSATED");
            Tale.replay(sagas, handle, ATOMIC, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void aSagaThatIsGivenUpTellsSo() {
        try (Sagas sagas = Tale.started(ATOMIC, ToldStatesTest::oneByOne)) {
            sagas.shop.refuse("go x");
            sagas.shop.on("undo pay x", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            handle.operator("ann", "enough").abandon();

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(told(sagas)).endsWith("tell RESOLVED_MANUALLY");
            Tale.replay(sagas, handle, ATOMIC, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void whatCannotBeToldIsLeftUntoldAndTheAdminKnows() {
        try (Sagas sagas = Tale.started(ATOMIC, ToldStatesTest::oneByOne)) {
            sagas.shop.on("tell PAYING", Behaviours.brokenForGood());
            sagas.shop.refuse("tell BOOKING");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            assertThat(handle.result()).isEqualTo("done");
            assertThat(told(sagas)).containsExactly("tell GOING", "tell COMPLETED");
            assertThat(handle.status().notified())
                    .extracting(Notified::step, Notified::why)
                    .containsExactly(
                            tuple(
                                    "on state change",
                                    "participant was not told PAYING: AccountClosed: account is closed"),
                            tuple("on state change", "participant was not told BOOKING: com.acme.orders.NotServed"));
            Tale.replay(sagas, handle, ATOMIC, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void aSagaThatWaitsToTellItsMomentIsCancelledBeforeTheStepsRequestGoesOut() {
        try (Sagas sagas = Tale.started(ATOMIC, ToldStatesTest::oneByOne)) {
            Behaviours.Held going = sagas.shop.hold("tell GOING");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            going.awaitBegun();
            handle.cancel("the customer left");
            sagas.await("the undos", () -> sagas.shop.effects().contains("undo pay x"));
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            going.free();

            assertThat(failure.join().outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.callsOf("go")).isEmpty();
            assertThat(failure.join().steps().get(3).state()).isEqualTo(StepState.PENDING);
            assertThat(told(sagas)).endsWith("tell GOING", "tell COMPENSATED");
            assertThat(handle.status().notified()).isEmpty();
            Tale.replay(sagas, handle, ATOMIC, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void aDeadlineEndsTheWaitingToo() {
        CallShape patient = BOUNDED.backoff(Duration.ofHours(1), Duration.ofHours(1), 1);
        SagaShape shape = SagaShape.of("test.Tale", 1)
                .deadline(Duration.ofMinutes(10))
                .steps(PAY)
                .onStateChange(patient)
                .build();
        Tale.Plot plot = (tale, items) -> tale.take(PAY, "x");
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("tell PAYING", Behaviours.broken());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("not completed within its deadline");
            assertThat(sagas.shop.effects()).containsExactly("tell COMPENSATED");
            assertThat(handle.status().notified()).isEmpty();
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void anEventualSagaGoesOnMeanwhileAndStaysOpenUntilItsEndIsTold() {
        try (Sagas sagas = Tale.started(EVENTUAL, ToldStatesTest::oneByOne)) {
            Behaviours.Held paying = sagas.shop.hold("tell PAYING");
            SagaHandle<String> handle = Tale.earlyClient(sagas.patient).start("1", List.of());

            assertThat(handle.result()).isEqualTo("done");
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPLETED);
            assertThat(handle.status().waitingFor()).containsExactly("participant to be told PAYING");
            assertThat(isClosed(sagas, handle)).isFalse();
            paying.free();
            sagas.await("the end", () -> isClosed(sagas, handle));
            // Of those that waited meanwhile only the last counts.
            assertThat(told(sagas)).containsExactly("tell PAYING", "tell COMPLETED");
            Tale.replay(sagas, handle, EVENTUAL, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void inAnEventualSagaTheAdminIsNotifiedOnceAndItIsToldInTheEnd() {
        try (Sagas sagas = Tale.started(EVENTUAL, ToldStatesTest::oneByOne)) {
            sagas.shop.on("tell COMPLETED", Behaviours.broken());
            SagaHandle<String> handle = Tale.earlyClient(sagas.patient).start("1", List.of());
            assertThat(handle.result()).isEqualTo("done");
            sagas.skip(Duration.ofHours(1));
            sagas.await("a notice", () -> !handle.status().notified().isEmpty());
            sagas.skip(Duration.ofDays(2));

            assertThat(handle.status().notified())
                    .extracting(Notified::why)
                    .containsExactly(
                            "participant was not told COMPLETED: java.lang.IllegalStateException: database is down");
            assertThat(isClosed(sagas, handle)).isFalse();
            sagas.shop.mend("tell COMPLETED");
            sagas.skip(Duration.ofMinutes(1));
            sagas.await("the end", () -> isClosed(sagas, handle));
            assertThat(told(sagas)).endsWith("tell COMPLETED");
            Tale.replay(sagas, handle, EVENTUAL, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void inAnEventualSagaWhatFailsForGoodIsTriedAgainUntilANewerStateReplacesIt() {
        try (Sagas sagas = Tale.started(EVENTUAL, ToldStatesTest::oneByOne)) {
            sagas.shop.on("tell PAYING", Behaviours.brokenForGood());
            Behaviours.Held pay = sagas.shop.hold("pay x");
            SagaHandle<String> handle = Tale.earlyClient(sagas.patient).start("1", List.of());
            pay.awaitBegun();
            sagas.await("a notice", () -> !handle.status().notified().isEmpty());
            sagas.await("a pause", () -> sagas.shop.callsOf("on state change").size() == 1);
            pay.free();
            assertThat(handle.result()).isEqualTo("done");
            sagas.await("the end", () -> isClosed(sagas, handle));

            assertThat(told(sagas)).doesNotContain("tell PAYING").endsWith("tell COMPLETED");
            assertThat(handle.status().notified()).hasSize(1);
            Tale.replay(sagas, handle, EVENTUAL, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void aRefusedEventualSagaAnswersAtOnceAndTellsItsEnd() {
        try (Sagas sagas = Tale.started(EVENTUAL, ToldStatesTest::oneByOne)) {
            sagas.shop.refuse("go x");
            Behaviours.Held end = sagas.shop.hold("tell COMPENSATED");
            SagaHandle<String> handle =
                    Tale.earlyClient(sagas.patient, NotServed.TYPE).start("1", List.of());

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result))
                    .cause()
                    .isInstanceOf(NotServed.class);
            end.awaitBegun();
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATED);
            assertThat(isClosed(sagas, handle)).isFalse();
            end.free();
            sagas.await("the end", () -> isClosed(sagas, handle));
            Tale.replay(sagas, handle, EVENTUAL, ToldStatesTest::oneByOne);
        }
    }

    @Test
    void neverTwoCallsAreOutAtOnceHoweverManyStepsBegin() {
        Tale.Plot plot = (tale, items) -> {
            tale.begin(PAY, "x");
            tale.begin(BOOK, "x");
            tale.saga.join();
            return "done";
        };
        try (Sagas sagas = Tale.started(ATOMIC, plot)) {
            Behaviours.Held booking = sagas.shop.hold("tell BOOKING");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            booking.awaitBegun();
            assertThat(sagas.shop.callsOf("book")).isEmpty();
            booking.free();

            assertThat(handle.result()).isEqualTo("done");
            assertThat(sagas.shop.effects())
                    .containsSubsequence("tell BOOKING", "book x")
                    .endsWith("tell COMPLETED");
            Tale.replay(sagas, handle, ATOMIC, plot);
        }
    }

    @Test
    void theUndoingOfAnInnerSagaTellsItsEnd() {
        SagaShape inner = innerShape();
        SagaShape outer = Tale.atomic(SETTLED.step(), GO);
        try (Sagas sagas = Tale.started(outer, ToldStatesTest::settleAndGo)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, ToldStatesTest::pay));
            sagas.shop.refuse("go x");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects())
                    .containsExactly("tell PAYING", "pay x", "tell COMPLETED", "undo pay x", "tell COMPENSATED");
            assertThat(sagas.shop.callsOf("on state change"))
                    .extracting(SagaCall::key)
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.contains("/settled/0/"));
            Tale.replay(sagas, handle, outer, ToldStatesTest::settleAndGo);
            for (String id : List.of("Tale/1/settled", "Tale/1/settled/undo")) {
                Tale.replay(sagas, id, factory -> Inner.register(factory, inner, ToldStatesTest::pay));
            }
        }
    }

    @Test
    void theUndoingOfAnInnerSagaThatSomethingIsLeftOutOfTellsSo() {
        SagaShape inner = innerShape();
        SagaShape outer = Tale.atomic(SETTLED.step(), GO);
        try (Sagas sagas = Tale.started(outer, ToldStatesTest::settleAndGo)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, ToldStatesTest::pay));
            sagas.shop.refuse("go x");
            sagas.shop.on("undo pay x", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            sagas.await("help", () -> sagas.shop.callsOf("pay").size() > 1);
            sagas.operatorOf("Tale/1/settled/undo", "skip");
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            assertThat(told(sagas)).endsWith("tell COMPLETED", "tell RESOLVED_MANUALLY");
        }
    }

    @Test
    void anInnerSagaWithNothingToUndoTellsAllTheSameThatItNoLongerCounts() {
        SagaShape inner = innerShape();
        SagaShape outer = Tale.atomic(SETTLED.step(), GO);
        try (Sagas sagas = Tale.started(outer, ToldStatesTest::settleAndGo)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, (saga, item) -> "nothing"));
            sagas.shop.refuse("go x");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("tell COMPLETED", "tell COMPENSATED");
        }
    }

    @Test
    void aShapeThatDiffersFromItsSagaInWhetherAnybodyIsToldIsABug() {
        Tale.Plot plot = (tale, items) -> "unused";
        SagaShape silent = Tale.atomic(PAY);
        try (Sagas sagas = Sagas.started((factory, shop) -> Skald.worker(factory, Trial.TASK_QUEUE)
                .registerWorkflowImplementationFactory(Tale.class, () -> {
                    Tale.Run run = new Tale.Run(silent, plot);
                    run.saga.onStateChange(state -> {});
                    return run;
                }))) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            sagas.awaitEvent(handle, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);

            assertThat(sagas.events(handle).toString()).contains("differ in whether somebody is told its state");
        }
    }

    private static SagaShape innerShape() {
        return SagaShape.of("test.Inner", 1).steps(PAY).onStateChange(BOUNDED).build();
    }

    private static String settleAndGo(Tale.Run tale, List<String> items) {
        tale.saga.subSaga(SETTLED).call(String.class, "x");
        return tale.take(GO, "x");
    }

    private static String pay(SagaRun saga, String item) {
        return Tale.take(saga, PAY, item);
    }

    private static String oneByOne(Tale.Run tale, List<String> items) {
        tale.take(PAY, "x");
        tale.take(PACK, "x");
        tale.take(BOOK, "x");
        tale.take(GO, "x");
        return "done";
    }

    private static List<String> told(Sagas sagas) {
        return sagas.shop.effects().stream()
                .filter(effect -> effect.startsWith("tell "))
                .toList();
    }

    private static boolean isClosed(Sagas sagas, SagaHandle<?> handle) {
        List<HistoryEvent> events = sagas.events(handle);
        EventType last = events.get(events.size() - 1).getEventType();
        return last == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED
                || last == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED;
    }
}
