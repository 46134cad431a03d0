package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Steps in loops, one round after the other. */
final class LoopsTest {

    private static final StepShape FIRST = Trial.step("first").build();
    private static final StepShape BOOK =
            Trial.step("book").refusedBy(NotServed.TYPE).build();
    private static final StepShape INSURE = Trial.step("insure").build();
    private static final SagaShape BOOK_ALL = Tale.atomic(FIRST, BOOK);

    @Test
    void eachRoundOfAStepHasANumberOfItsOwnInItsKeyAndItsState() {
        try (Sagas sagas = Tale.started(BOOK_ALL, LoopsTest::bookAll)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b", "c"));

            assertThat(handle.result()).isEqualTo("[book a, book b, book c]");
            assertThat(sagas.shop.callsOf("first"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(0);
            assertThat(sagas.shop.callsOf("book"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(1, 2, 3);
            assertThat(handle.status().steps())
                    .extracting(StepStatus::label)
                    .containsExactly("first", "book[1]", "book[2]", "book[3]");
            Tale.replay(sagas, handle, BOOK_ALL, LoopsTest::bookAll);
        }
    }

    @Test
    void roundsOfLoopsWithinLoopsHaveOneNumberOverAll() {
        SagaShape shape = Tale.atomic(FIRST, BOOK, INSURE);
        Tale.Plot plot = (tale, items) -> {
            for (String outer : tale.saga.each("items", items, 10)) {
                for (String inner : tale.saga.each("parts", List.of("x", "y"), 5)) {
                    tale.take(BOOK, outer + inner);
                }
                tale.take(INSURE, outer);
            }
            tale.take(FIRST, "z");
            return "all";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b"));

            assertThat(handle.result()).isEqualTo("all");
            assertThat(sagas.shop.callsOf("book"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(1, 2, 6, 7);
            assertThat(sagas.shop.callsOf("insure"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(1, 2);
            assertThat(sagas.shop.callsOf("first"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(0);
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void eachCompletedRoundIsUndoneLastFirstWithItsOwnKey() {
        try (Sagas sagas = Tale.started(BOOK_ALL, LoopsTest::bookAll)) {
            sagas.shop.on("book c", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a", "b", "c", "d"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects())
                    .containsExactly("first x", "book a", "book b", "undo book b", "undo book a", "undo first x");
            assertThat(sagas.shop.callsOf("book"))
                    .filteredOn(call -> call.phase() == SagaCall.Phase.UNDO)
                    .extracting(SagaCall::iteration)
                    .containsExactly(2, 1);
            assertThat(failed.steps())
                    .extracting(StepStatus::label)
                    .containsExactly("first", "book[1]", "book[2]", "book[3]");
            assertThat(handle.status().undone()).containsExactly("book[2]", "book[1]", "first");
            Tale.replay(sagas, handle, BOOK_ALL, LoopsTest::bookAll);
        }
    }

    @Test
    void anEventualSagaUndoesEachCompletedRoundToo() {
        SagaShape shape = Tale.eventual(BOOK_ALL);
        try (Sagas sagas = Tale.started(shape, LoopsTest::bookAll)) {
            sagas.shop.on("book c", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.earlyClient(sagas.temporal.getWorkflowClient(), NotServed.TYPE)
                    .start("1", List.of("a", "b", "c"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(NotServed.class);
            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects())
                    .contains("undo first x", "undo book a", "undo book b")
                    .doesNotContain("undo book c");
            Tale.replay(sagas, handle, shape, LoopsTest::bookAll);
        }
    }

    @Test
    void aListThatIsTooLongIsRefusedBeforeTheFirstRound() {
        try (Sagas sagas = Tale.started(BOOK_ALL, LoopsTest::bookAll)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b", "c", "d", "e", "f"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("items has 6 elements, and at most 5 are allowed");
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            Tale.replay(sagas, handle, BOOK_ALL, LoopsTest::bookAll);
        }
    }

    @Test
    void aStepThatNoRoundHasTakenIsSkippedInACompletedSaga() {
        try (Sagas sagas = Tale.started(BOOK_ALL, LoopsTest::bookAll)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            assertThat(handle.result()).isEqualTo("[]");
            assertThat(handle.status().steps())
                    .extracting(StepStatus::label, StepStatus::state)
                    .containsExactly(tuple("first", StepState.DONE), tuple("book", StepState.SKIPPED));
        }
    }

    @Test
    void stepsOfOneNameInBranchesThatExcludeEachOtherAreTakenAndUndoneEachInItsOwnWay() {
        StepShape byTrain = Trial.step("travel").call(Trial.call().attempts(2)).build();
        StepShape byAir = Trial.step("travel").refusedBy(NotServed.TYPE).build();
        SagaShape shape = Tale.atomic(byTrain, byAir);
        Tale.Plot plot = (tale, items) -> {
            for (String item : tale.saga.each("items", items, 5)) {
                if (item.equals("far")) {
                    tale.take(byAir, "by air");
                } else {
                    tale.take(byTrain, item);
                }
            }
            return "all";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("travel by air", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("near", "far"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("travel near", "undo travel near");
            assertThat(failed.steps())
                    .extracting(StepStatus::label, StepStatus::state)
                    .containsExactly(tuple("travel[1]", StepState.COMPENSATED), tuple("travel[2]", StepState.REFUSED));
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void theSagaItselfMaySayNoInALoop() {
        Tale.Plot plot = (tale, items) -> {
            for (String item : tale.saga.each("items", items, 5)) {
                if (item.equals("none")) {
                    throw new OutOfStock(item);
                }
                tale.take(BOOK, item);
            }
            return "all";
        };
        try (Sagas sagas = Tale.started(BOOK_ALL, plot)) {
            SagaHandle<String> handle = Tale.client(sagas, OutOfStock.TYPE).start("1", List.of("a", "none", "b"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(OutOfStock.class);
            assertThat(sagas.shop.effects()).containsExactly("book a", "undo book a");
            Tale.replay(sagas, handle, BOOK_ALL, plot);
        }
    }

    @Test
    void anOperatorSettlesTheUndoOfOneRoundByItsLabel() {
        try (Sagas sagas = Tale.started(BOOK_ALL, LoopsTest::bookAll)) {
            sagas.shop.on("book c", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo book b", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a", "b", "c"));
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            assertThat(handle.status().stillToUndo()).contains("book[2]");

            handle.operator("ann", "saw it").confirmDone("book[2]");
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            Tale.replay(sagas, handle, BOOK_ALL, LoopsTest::bookAll);
        }
    }

    @Test
    void aLongLoopShowsOnlyWhatIsNotSettledInTheWebUi() {
        Tale.Plot plot = (tale, items) -> {
            for (String item : tale.saga.each("items", items, 100)) {
                tale.take(BOOK, item);
            }
            return "all";
        };
        List<String> items =
                IntStream.rangeClosed(1, 60).mapToObj(Integer::toString).toList();
        try (Sagas sagas = Tale.started(BOOK_ALL, plot)) {
            Behaviours.Held last = new Behaviours.Held();
            sagas.shop.on("book 60", last);
            SagaHandle<String> handle = Tale.client(sagas).start("1", items);
            last.awaitBegun();

            assertThat(handle.status().steps()).hasSize(61);
            assertThat(sagas.workflow(handle)
                            .query("__temporal_workflow_metadata", WorkflowMetadata.class)
                            .getCurrentDetails())
                    .contains("book[60]", "61 steps in all: 1 PENDING, 1 RUNNING, 59 DONE")
                    .doesNotContain("| book[59]");
            last.free();
            assertThat(handle.result()).isEqualTo("all");
        }
    }

    private static String bookAll(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        List<String> booked = new ArrayList<>();
        for (String item : tale.saga.each("items", items, 5)) {
            booked.add(tale.take(BOOK, item));
        }
        return booked.toString();
    }
}
