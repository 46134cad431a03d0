package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Sagas that are run by other sagas. */
final class SubSagasTest {

    private static final StepShape FIRST = Trial.step("first").build();
    private static final StepShape LAST =
            Trial.step("last").refusedBy(NotServed.TYPE).build();
    private static final StepShape GO =
            StepShape.pivot("go").call(Trial.call()).refusedBy(NotServed.TYPE).build();
    private static final StepShape CHARGE = Trial.step("charge").build();
    private static final StepShape SPLIT =
            Trial.step("split").refusedBy(NotServed.TYPE).build();

    private static final SubSagaShape SETTLED =
            SubSagaShape.compensatable("settled", "test.Inner", 1).build();
    private static final SubSagaShape ERRAND =
            SubSagaShape.compensatable("errand", "test.Errand", 1).build();
    private static final SagaShape OUTER = Tale.atomic(FIRST, SETTLED.step(), LAST);
    private static final SagaShape INNER = Inner.shape(CHARGE, SPLIT);

    private static final String OUTER_ID = "Tale/1";
    private static final String INNER_ID = "Tale/1/settled";
    private static final String UNDO_ID = "Tale/1/settled/undo";

    @Test
    void anInnerSagaIsAWorkflowOfItsOwnWhoseResultComesBack() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));

            assertThat(handle.result()).isEqualTo("charge a and split a");
            assertThat(sagas.shop.effects()).containsExactly("first x", "charge a", "split a", "last x");
            String sagaId = sagas.shop.callsOf("first").get(0).sagaId();
            assertThat(sagas.shop.callsOf("charge"))
                    .extracting(SagaCall::sagaId, SagaCall::saga)
                    .containsExactly(tuple(sagaId + "/settled/0", "test.Inner"));
            assertThat(handle.status().steps()).extracting(StepStatus::state).containsOnly(StepState.DONE);
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void itsUndoRunsAsAWorkflowOfItsOwnWithTheKeysAndRequestsOfItsSteps() {
        for (SagaShape outer : List.of(OUTER, Tale.eventual(OUTER))) {
            try (Sagas sagas = started(outer, SubSagasTest::settleInBetween)) {
                sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
                SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));

                SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

                assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
                assertThat(failed).cause().isInstanceOf(NotServed.class);
                assertThat(sagas.shop.effects())
                        .contains("undo first x")
                        .containsSubsequence("first x", "charge a", "split a", "undo split a", "undo charge a");
                assertThat(sagas.shop.callsOf("charge")).hasSize(2);
                assertThat(sagas.shop.callsOf("charge").get(1).stepKey())
                        .isEqualTo(sagas.shop.callsOf("charge").get(0).stepKey());
                assertThat(requestsOf(sagas, UNDO_ID)).containsOnly("{\"price\":0.10000000000000000001}");
                replay(sagas, outer, SubSagasTest::settleInBetween);
                replayUndo(sagas);
            }
        }
    }

    @Test
    void aRefusalOfTheInnerSagaIsOneOfTheOuter() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.shop.on("split a", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class,
                            error -> assertThat(error.errorFields())
                                    .hasToString(new NotServed("Antarctica")
                                            .errorFields()
                                            .toString()));
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.REFUSED, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("first x", "charge a", "undo charge a", "undo first x");
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void aFaultOfTheInnerSagaThatWasCompensatedIsTheReasonOfTheOuter() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.shop.on("split a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasMessageContaining("AccountClosed: account is closed");
            assertThat(sagas.shop.effects())
                    .containsExactly("first x", "charge a", "undo split a", "undo charge a", "undo first x");
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void aCancelOfTheOuterIsPassedOnAndWhatTheInnerOneDoesThenIsAwaited() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            Behaviours.Held split = new Behaviours.Held();
            sagas.shop.on("split a", split);
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));
            split.awaitBegun();
            handle.cancel("customer called");
            sagas.await(
                    "the message",
                    () -> count(sagas, INNER_ID, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED) == 1);
            split.free();
            sagas.await("the undo", () -> sagas.shop.effects().contains("undo first x"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled: customer called");
            assertThat(sagas.shop.effects())
                    .containsExactly("first x", "charge a", "split a", "undo split a", "undo charge a", "undo first x");
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void anInnerSagaThatWasCancelledBeforeItHadAWorkerDoesNothing() {
        try (Sagas sagas = Tale.started(OUTER, SubSagasTest::settleInBetween)) {
            SagaHandle<String> handle = Tale.client(sagas.patient).start("1", List.of("a"));
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED);
            handle.cancel("customer called");
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED);
            assertThat(sagas.shop.effects()).containsExactly("first x");
            sagas.addWorkers((factory, shop) -> Inner.register(factory, INNER, SubSagasTest::chargeAndSplit));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled: customer called");
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void anInnerSagaThatIsStuckKeepsTheOuterOneWaitingAndGivenUpLeavesItOpen() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.shop.on("split a", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo charge a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));
            sagas.await(
                    "the message",
                    () -> waitingFor(handle, 1).contains(INNER_ID + ", which needs help (COMPENSATION_FAILED)"));
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            SagaFailed stuck = catchThrowableOfType(
                    SagaFailed.class,
                    () -> Tale.client(sagas.patient).handle("1").result());
            assertThat(stuck.outcome()).isEqualTo(SagaState.ESCALATED);
            assertThat(stuck).cause().hasMessageContaining(INNER_ID + " is COMPENSATION_FAILED");

            operator(sagas, INNER_ID, "abandon");
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.UNKNOWN, StepState.PENDING);
            assertThat(handle.status().stillToUndo()).containsExactly("settled");
            assertThat(sagas.shop.effects()).containsExactly("first x", "charge a", "undo first x");
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void aStuckUndoOfAnInnerSagaHoldsUpNoOtherAndIsSettledThere() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo charge a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));
            sagas.await("the other undo", () -> sagas.shop.effects().contains("undo first x"));
            assertThat(waitingFor(handle, 1)).contains(UNDO_ID + ", which needs help (COMPENSATION_FAILED)");
            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATING);

            operator(sagas, UNDO_ID, "confirmDone");
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
            replayUndo(sagas);
        }
    }

    @Test
    void theOuterSagaHearsThatTheInnerOneNeedsHelpNoLonger() {
        StepShape escalating =
                Trial.step("charge").onUnknown(OnUnknown.ESCALATE).build();
        SagaShape inner = Inner.shape(escalating);
        Inner.Plot innerPlot = (saga, item) -> Tale.take(saga, escalating, item);
        try (Sagas sagas = Tale.started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, innerPlot));
            sagas.shop.on("charge a", Behaviours.brokenForGood());
            Behaviours.Held last = new Behaviours.Held();
            sagas.shop.on("last x", last);
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));
            sagas.await("the news", () -> waitingFor(handle, 1).contains("needs help (ESCALATED)"));
            sagas.shop.mend("charge a");
            operator(sagas, INNER_ID, "retry");
            last.awaitBegun();

            assertThat(count(sagas, OUTER_ID, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED))
                    .isEqualTo(2);
            last.free();
            assertThat(handle.result()).isEqualTo("charge a");
            Tale.replay(sagas, handle, OUTER, SubSagasTest::settleInBetween);
            Tale.replay(sagas, INNER_ID, factory -> Inner.register(factory, inner, innerPlot));
        }
    }

    @Test
    void anUndoOfAnInnerSagaThatWasLeftOutIsNotTakenForDone() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo charge a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));
            sagas.await("the message", () -> waitingFor(handle, 1).contains("needs help"));

            operator(sagas, UNDO_ID, "skip");
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(failed.steps().get(1).state()).isEqualTo(StepState.COMPENSATION_FAILED);
            replay(sagas, OUTER, SubSagasTest::settleInBetween);
            replayUndo(sagas);
        }
    }

    @Test
    void eachRoundOfALoopRunsASagaOfItsOwn() {
        Tale.Plot plot = (tale, items) -> {
            for (String item : tale.saga.each("items", items, 5)) {
                tale.saga.subSaga(SETTLED).call(String.class, item);
            }
            return tale.take(LAST, "x");
        };
        try (Sagas sagas = started(OUTER, plot)) {
            sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a", "b"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects())
                    .containsExactly(
                            "charge a",
                            "split a",
                            "charge b",
                            "split b",
                            "undo split b",
                            "undo charge b",
                            "undo split a",
                            "undo charge a");
            assertThat(count(sagas, INNER_ID + "/2", EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED))
                    .isEqualTo(1);
            assertThat(count(sagas, INNER_ID + "/1/undo", EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED))
                    .isEqualTo(1);
            Tale.replay(sagas, handle, OUTER, plot);
        }
    }

    @Test
    void anInnerSagaWithoutAResultHandsBackWhatItTakesToUndoIt() {
        SagaShape outer = Tale.atomic(ERRAND.step(), LAST);
        SagaShape inner = SagaShape.of("test.Errand", 1).steps(CHARGE, SPLIT).build();
        Tale.Plot plot = (tale, items) -> {
            tale.saga.subSaga(ERRAND).run("a");
            return tale.take(LAST, "x");
        };
        try (Sagas sagas = Tale.started(outer, plot)) {
            sagas.addWorkers((factory, shop) -> Inner.registerErrand(factory, inner, SubSagasTest::chargeAndSplit));
            sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("charge a", "split a", "undo split a", "undo charge a");
            Tale.replay(sagas, handle, outer, plot);
            Tale.replay(
                    sagas,
                    "Tale/1/errand",
                    factory -> Inner.registerErrand(factory, inner, SubSagasTest::chargeAndSplit));
        }
    }

    @Test
    void aSagaWithinASagaWithinASagaIsUndoneThroughBoth() {
        SagaShape inner = Inner.shape(CHARGE, ERRAND.step());
        Inner.Plot plot = (saga, item) -> {
            Tale.take(saga, CHARGE, item);
            saga.subSaga(ERRAND).run(item);
            return item;
        };
        try (Sagas sagas = Tale.started(OUTER, SubSagasTest::settleInBetween)) {
            sagas.addWorkers((factory, shop) -> {
                Inner.register(factory, inner, plot);
                Inner.registerErrand(
                        factory,
                        SagaShape.of("test.Errand", 1).steps(SPLIT).build(),
                        (saga, item) -> Tale.take(saga, SPLIT, item));
            });
            sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects())
                    .containsExactly("first x", "charge a", "split a", "undo split a", "undo charge a", "undo first x");
            assertThat(sagas.shop.callsOf("split"))
                    .extracting(SagaCall::stepKey)
                    .containsOnly(sagas.shop.callsOf("first").get(0).sagaId() + "/settled/0/errand/0/split/0");
            Tale.replay(sagas, handle, OUTER, SubSagasTest::settleInBetween);
        }
    }

    @Test
    void aSagaThatDecidesMayRefuseAndIsNotUndoneOnceItIsDone() {
        SubSagaShape decided = SubSagaShape.pivot("settled", "test.Inner", 1).build();
        SagaShape outer = Tale.atomic(FIRST, decided.step());
        SagaShape inner = Inner.shape(CHARGE, GO);
        Tale.Plot plot = (tale, items) -> {
            tale.take(FIRST, "x");
            return tale.saga.subSaga(decided).call(String.class, items.get(0));
        };
        Inner.Plot innerPlot = (saga, item) -> {
            Tale.take(saga, CHARGE, item);
            return Tale.take(saga, GO, item);
        };
        try (Sagas sagas = Tale.started(outer, plot)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, innerPlot));
            sagas.shop.on("go a", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("first x", "charge a", "undo charge a", "undo first x");
            Tale.replay(sagas, handle, outer, plot);
            assertThat(Tale.client(sagas).execute("2", List.of("b"))).isEqualTo("go b");
        }
    }

    @Test
    void afterThePivotASagaThatWasCompensatedIsRunAgainAsAnotherOne() {
        SubSagaShape told = SubSagaShape.retriable("settled", "test.Inner", 1).build();
        SagaShape outer = Tale.atomic(FIRST, GO, told.step());
        Tale.Plot plot = (tale, items) -> {
            tale.take(GO, "x");
            return tale.saga.subSaga(told).call(String.class, items.get(0));
        };
        try (Sagas sagas = started(outer, plot)) {
            sagas.shop.on("split a", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));
            sagas.await("help", () -> handle.status().steps().get(2).state() == StepState.NEEDS_ATTENTION);
            sagas.shop.mend("split a");

            assertThat(handle.result()).isEqualTo("charge a and split a");
            String sagaId = sagas.shop.callsOf("go").get(0).sagaId();
            assertThat(sagas.shop.callsOf("charge"))
                    .extracting(SagaCall::sagaId)
                    .contains(sagaId + "/settled/0", sagaId + "/settled~2/0");
            assertThat(sagas.shop.effects()).endsWith("charge a", "split a");
            Tale.replay(sagas, handle, outer, plot);
        }
    }

    @Test
    void whatAClientStartsIsAsIfNoSagaRanSagas() {
        try (Sagas sagas = started(OUTER, SubSagasTest::settleInBetween)) {
            SagaClient<String> client =
                    SagaClient.of("test.Inner", 1, String.class).on(sagas.temporal.getWorkflowClient());

            assertThat(client.execute("1", "a")).isEqualTo("charge a and split a");
            assertThat(sagas.shop.callsOf("charge").get(0).sagaId()).startsWith("Inner/1/");
            assertThat(sagas.temporal
                            .getWorkflowClient()
                            .fetchHistory("Inner/1")
                            .getEvents())
                    .extracting(HistoryEvent::getEventType)
                    .doesNotContain(EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED);
        }
    }

    @Test
    void aRefusalBesideAnInnerSagaWaitsForItAndUndoesIt() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(
                    () -> tale.take(LAST, "x"), () -> tale.saga.subSaga(SETTLED).call(String.class, "a"));
            return "both";
        };
        try (Sagas sagas = started(OUTER, plot)) {
            Behaviours.Held split = new Behaviours.Held();
            sagas.shop.on("split a", split);
            sagas.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            split.awaitBegun();
            sagas.await("the refusal", () -> handle.status().reason() != null);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            split.free();

            assertThat(failure.join().outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("charge a", "split a", "undo split a", "undo charge a");
            Tale.replay(sagas, handle, OUTER, plot);
        }
    }

    private static Sagas started(SagaShape outer, Tale.Plot plot) {
        Sagas sagas = Tale.started(outer, plot);
        sagas.addWorkers((factory, shop) -> Inner.register(factory, INNER, SubSagasTest::chargeAndSplit));
        return sagas;
    }

    private static String settleInBetween(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        String settled = tale.saga.subSaga(SETTLED).call(String.class, items.get(0));
        tale.take(LAST, "x");
        return settled;
    }

    private static String chargeAndSplit(SagaRun saga, String item) {
        return Tale.take(saga, CHARGE, item) + " and " + Tale.take(saga, SPLIT, item);
    }

    private static String waitingFor(SagaHandle<?> handle, int step) {
        List<StepStatus> steps = handle.status().steps();
        return steps.size() > step ? String.valueOf(steps.get(step).waitingFor()) : "";
    }

    private static WorkflowStub stub(Sagas sagas, String workflowId) {
        return sagas.temporal.getWorkflowClient().newUntypedWorkflowStub(workflowId);
    }

    private static void operator(Sagas sagas, String workflowId, String verb) {
        stub(sagas, workflowId).update(verb, Void.class, Map.of("by", "ann", "reason", "a test"));
    }

    private static long count(Sagas sagas, String workflowId, EventType type) {
        return sagas.temporal.getWorkflowClient().fetchHistory(workflowId).getEvents().stream()
                .filter(event -> event.getEventType() == type)
                .count();
    }

    private static List<String> requestsOf(Sagas sagas, String workflowId) {
        return sagas.temporal.getWorkflowClient().fetchHistory(workflowId).getEvents().stream()
                .filter(HistoryEvent::hasActivityTaskScheduledEventAttributes)
                .map(event -> event.getActivityTaskScheduledEventAttributes()
                        .getInput()
                        .getPayloads(0)
                        .getData()
                        .toStringUtf8())
                .toList();
    }

    private static void replay(Sagas sagas, SagaShape outer, Tale.Plot plot) {
        Tale.replay(sagas, OUTER_ID, factory -> Tale.register(factory, outer, plot));
        Tale.replay(sagas, INNER_ID, factory -> Inner.register(factory, INNER, SubSagasTest::chargeAndSplit));
    }

    private static void replayUndo(Sagas sagas) {
        Tale.replay(sagas, UNDO_ID, factory -> Inner.register(factory, INNER, SubSagasTest::chargeAndSplit));
    }
}
