package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Undos in the reverse of what had waited for what: independent ones together, each confirmed before those it let wait.
 */
final class DependentsFirstTest {

    private static final StepShape A = Trial.step("a").build();
    private static final StepShape B = Trial.step("b").build();
    private static final StepShape C = Trial.step("c").build();
    private static final StepShape D = Trial.step("d").build();
    private static final StepShape LOOK =
            StepShape.readonly("look").call(Trial.call()).build();
    private static final StepShape GO =
            StepShape.pivot("go").call(Trial.call()).refusedBy(NotServed.TYPE).build();
    private static final SubSagaShape SETTLED =
            SubSagaShape.compensatable("settled", "test.Inner", 1).build();
    private static final SagaShape SHAPE = Tale.dependentsFirst(Tale.atomic(A, B, C, D, LOOK, GO));

    @Test
    void aStepIsUndoneAfterThoseThatCameAfterItAndIndependentOnesAreUndoneTogether() {
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> a = tale.begin(A, "x");
            tale.begin(B, "x", a);
            tale.begin(C, "x");
            tale.saga.join();
            return tale.take(GO, "x");
        };
        try (Sagas sagas = refused(SHAPE, plot)) {
            Behaviours.Held b = sagas.shop.hold("undo b x");
            Behaviours.Held c = sagas.shop.hold("undo c x");
            SagaHandle<String> handle = start(sagas);
            b.awaitBegun();
            c.awaitBegun();
            assertThat(handle.status().stillToUndo()).containsExactlyInAnyOrder("a", "b", "c");
            b.free();
            sagas.await("the first", () -> sagas.shop.effects().contains("undo a x"));

            assertThat(undos(sagas)).containsExactly("undo b x", "undo a x");
            c.free();
            assertCompensated(sagas, handle, SHAPE, plot);
        }
    }

    @Test
    void whatStandsBehindABarrierIsUndoneBeforeAllThatStandsBeforeIt() {
        Tale.Plot plot = (tale, items) -> {
            tale.take(A, "x");
            tale.begin(B, "x");
            tale.begin(C, "x");
            tale.saga.join();
            tale.take(D, "x");
            return tale.take(GO, "x");
        };
        try (Sagas sagas = refused(SHAPE, plot)) {
            Behaviours.Held d = sagas.shop.hold("undo d x");
            Behaviours.Held b = sagas.shop.hold("undo b x");
            Behaviours.Held c = sagas.shop.hold("undo c x");
            SagaHandle<String> handle = start(sagas);
            d.awaitBegun();
            assertThat(startedUndos(sagas)).containsExactly("d");
            d.free();
            b.awaitBegun();
            c.awaitBegun();
            b.free();
            sagas.await("b", () -> undos(sagas).contains("undo b x"));
            assertThat(startedUndos(sagas)).doesNotContain("a");
            c.free();

            assertCompensated(sagas, handle, SHAPE, plot);
            assertThat(undos(sagas)).containsExactly("undo d x", "undo b x", "undo c x", "undo a x");
        }
    }

    @Test
    void aStepWithoutAnEffectHandsOnWhatItHadWaitedFor() {
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> a = tale.begin(A, "x");
            BegunStep<String> look = tale.begin(LOOK, "x", a);
            tale.begin(B, "x", look);
            tale.saga.join();
            return tale.take(GO, "x");
        };
        try (Sagas sagas = refused(SHAPE, plot)) {
            Behaviours.Held b = sagas.shop.hold("undo b x");
            SagaHandle<String> handle = start(sagas);
            b.awaitBegun();
            assertThat(startedUndos(sagas)).containsExactly("b");
            b.free();

            assertCompensated(sagas, handle, SHAPE, plot);
            assertThat(undos(sagas)).containsExactly("undo b x", "undo a x");
        }
    }

    @Test
    void branchesAreIndependentOfEachOtherAndWhatFollowsThemOfNone() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(
                    () -> {
                        tale.take(A, "x");
                        tale.take(B, "x");
                    },
                    () -> tale.take(C, "x"));
            tale.take(D, "x");
            return tale.take(GO, "x");
        };
        try (Sagas sagas = refused(SHAPE, plot)) {
            Behaviours.Held b = sagas.shop.hold("undo b x");
            Behaviours.Held d = sagas.shop.hold("undo d x");
            SagaHandle<String> handle = start(sagas);
            d.awaitBegun();
            assertThat(startedUndos(sagas)).containsExactly("d");
            d.free();
            b.awaitBegun();
            sagas.await("c", () -> undos(sagas).contains("undo c x"));
            assertThat(startedUndos(sagas)).containsExactlyInAnyOrder("d", "b", "c");
            b.free();

            assertCompensated(sagas, handle, SHAPE, plot);
            assertThat(undos(sagas)).containsExactly("undo d x", "undo c x", "undo b x", "undo a x");
        }
    }

    @Test
    void roundsAreUndoneOneByOneAndThoseThatRanAtTheSameTimeTogether() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.eachAtOnce("items", items, 3, item -> tale.take(A, item));
            for (String item : tale.saga.each("items", items, 3)) {
                tale.take(B, item);
            }
            return tale.take(GO, "x");
        };
        try (Sagas sagas = refused(SHAPE, plot)) {
            Behaviours.Held last = sagas.shop.hold("undo b 2");
            Behaviours.Held one = sagas.shop.hold("undo a 1");
            Behaviours.Held other = sagas.shop.hold("undo a 2");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("1", "2"));
            last.awaitBegun();
            assertThat(startedUndos(sagas)).containsExactly("b");
            last.free();
            one.awaitBegun();
            other.awaitBegun();
            assertThat(undos(sagas)).containsExactly("undo b 2", "undo b 1");
            one.free();
            other.free();

            assertCompensated(sagas, handle, SHAPE, plot);
        }
    }

    @Test
    void aStepWhoseOutcomeIsUnknownIsUndoneInItsPlace() {
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> a = tale.begin(A, "x");
            tale.begin(B, "x", a);
            tale.saga.join();
            return "done";
        };
        try (Sagas sagas = Tale.started(SHAPE, plot)) {
            sagas.shop.on("b x", Behaviours.brokenForGood());
            Behaviours.Held b = sagas.shop.hold("undo b x");
            SagaHandle<String> handle = start(sagas);
            b.awaitBegun();
            assertThat(startedUndos(sagas)).containsExactly("b");
            b.free();

            assertCompensated(sagas, handle, SHAPE, plot);
            assertThat(undos(sagas)).containsExactly("undo b x", "undo a x");
        }
    }

    @Test
    void whateverWaitsForWhateverEachUndoComesAfterThoseOfTheStepsThatHadWaited() {
        StepShape[] steps = IntStream.range(0, 8)
                .mapToObj(number -> Trial.step("s" + number).build())
                .toArray(StepShape[]::new);
        SagaShape shape = Tale.dependentsFirst(
                Tale.atomic(Stream.concat(Stream.of(steps), Stream.of(GO)).toArray(StepShape[]::new)));
        for (int seed = 1; seed <= 15; seed++) {
            List<List<Integer>> waits = randomWaits(seed, steps.length);
            Tale.Plot plot = (tale, items) -> {
                List<BegunStep<String>> begun = new ArrayList<>();
                for (int number = 0; number < steps.length; number++) {
                    begun.add(tale.begin(
                            steps[number],
                            "x",
                            waits.get(number).stream().map(begun::get).toArray(BegunStep<?>[]::new)));
                }
                tale.saga.join();
                return tale.take(GO, "x");
            };
            try (Sagas sagas = refused(shape, plot)) {
                assertCompensated(sagas, start(sagas), shape, plot);
                assertThat(sagas.shop.effects()).hasSize(2 * steps.length);
                for (int later = 0; later < steps.length; later++) {
                    for (int earlier : waits.get(later)) {
                        assertThat(sagas.shop.effects())
                                .as("seed %d: %s", seed, waits)
                                .containsSubsequence(
                                        "s" + earlier + " x",
                                        "s" + later + " x",
                                        "undo s" + later + " x",
                                        "undo s" + earlier + " x");
                    }
                }
            }
        }
    }

    /** For each step those before it that it waits for. */
    private static List<List<Integer>> randomWaits(int seed, int steps) {
        Random random = new Random(seed);
        return IntStream.range(0, steps)
                .mapToObj(later -> IntStream.range(0, later)
                        .filter(earlier -> random.nextInt(3) == 0)
                        .boxed()
                        .toList())
                .toList();
    }

    @Test
    void anUndoThatFailsLetsTheOthersGoOn() {
        try (Sagas sagas = refused(SHAPE, DependentsFirstTest::chainAndOne)) {
            sagas.shop.on("undo b x", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas);
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            sagas.await("the others", () -> handle.status().stillToUndo().equals(List.of("b")));
            assertThat(undos(sagas)).containsExactlyInAnyOrder("undo a x", "undo c x");
            sagas.shop.mend("undo b x");
            handle.operator("ann", "it is back").retry("b");

            assertCompensated(sagas, handle, SHAPE, DependentsFirstTest::chainAndOne);
        }
    }

    @Test
    void anUndoThatPausesHoldsUpOnlyThoseThatItsStepHadWaitedFor() {
        StepShape pausing = Trial.step("b").pauseOnExhausted().build();
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(A, pausing, C, GO));
        Tale.Plot plot = (tale, items) -> chainAndOne(tale, pausing);
        try (Sagas sagas = refused(shape, plot)) {
            sagas.shop.on("undo b x", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas);
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            sagas.await("the other", () -> handle.status().undone().contains("c"));

            assertThat(startedUndos(sagas)).doesNotContain("a");
            handle.operator("ann", "done by hand").confirmDone("b");
            assertCompensated(sagas, handle, shape, plot);
            assertThat(undos(sagas)).containsExactly("undo c x", "undo a x");
        }
    }

    @Test
    void givenUpTheSagaSendsNoUndoThatStillWaits() {
        StepShape pausing = Trial.step("b").pauseOnExhausted().build();
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(A, pausing, C, GO));
        Tale.Plot plot = (tale, items) -> chainAndOne(tale, pausing);
        try (Sagas sagas = refused(shape, plot)) {
            sagas.shop.on("undo b x", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas);
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            sagas.await("the other", () -> handle.status().undone().contains("c"));
            handle.operator("ann", "enough").abandon();

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(undos(sagas)).containsExactly("undo c x");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void anInnerSagaIsUndoneInTheSameOrderByWhatItHandsBack() {
        SagaShape outer = Tale.atomic(SETTLED.step(), GO);
        SagaShape inner = SagaShape.of("test.Inner", 1)
                .steps(A, B, C)
                .undo(UndoOrder.DEPENDENTS_FIRST)
                .build();
        Tale.Plot plot = (tale, items) -> {
            tale.saga.subSaga(SETTLED).call(String.class, "x");
            return tale.take(GO, "x");
        };
        Inner.Plot innerPlot = (saga, item) -> {
            BegunStep<String> a = Tale.begin(saga, A, item);
            Tale.begin(saga, B, item, a);
            Tale.begin(saga, C, item);
            saga.join();
            return "settled";
        };
        try (Sagas sagas = refused(outer, plot)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, innerPlot));
            Behaviours.Held independent = sagas.shop.hold("c x");
            Behaviours.Held b = sagas.shop.hold("undo b x");
            Behaviours.Held c = sagas.shop.hold("undo c x");
            SagaHandle<String> handle = start(sagas);
            sagas.await("b", () -> sagas.shop.effects().contains("b x"));
            independent.free();
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            b.awaitBegun();
            c.awaitBegun();
            b.free();
            sagas.await("the first", () -> undos(sagas).contains("undo a x"));
            assertThat(undos(sagas)).containsExactly("undo b x", "undo a x");
            c.free();

            assertThat(failure.join().outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(historyOf(sagas, "Tale/1/settled/undo")).anyMatch(event -> event.contains("\"behind\":[2]"));
            Tale.replay(sagas, handle, outer, plot);
            for (String id : List.of("Tale/1/settled", "Tale/1/settled/undo")) {
                Tale.replay(sagas, id, factory -> Inner.register(factory, inner, innerPlot));
            }
        }
    }

    @Test
    void aRecordThatDoesNotKnowTheOrderIsGoneThroughOneByOne() {
        SagaShape inner = SagaShape.of("test.Inner", 1)
                .steps(A, B)
                .undo(UndoOrder.DEPENDENTS_FIRST)
                .build();
        UndoRecord record = new UndoRecord("Inner/1", "Inner/1/run", List.of(entry(1, B), entry(0, A)), null);
        try (Sagas sagas = Tale.started(SHAPE, (tale, items) -> "unused")) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, (saga, item) -> "unused"));
            Behaviours.Held b = sagas.shop.hold("undo b");
            CompletableFuture<Void> undone = sagas.undoInBackground("test.Inner", record);
            b.awaitBegun();
            assertThat(startedUndos(sagas)).containsExactly("b");
            b.free();

            undone.join();
            assertThat(undos(sagas)).containsExactly("undo b", "undo a");
        }
    }

    @Test
    void aRecordInWhichTooMuchWaitedForTooMuchIsGoneThroughOneByOne() {
        SagaShape outer = Tale.atomic(SETTLED.step(), GO);
        SagaShape inner = SagaShape.of("test.Inner", 1)
                .steps(A, B)
                .undo(UndoOrder.DEPENDENTS_FIRST)
                .build();
        List<String> rounds =
                IntStream.rangeClosed(1, 101).mapToObj(String::valueOf).toList();
        Inner.Plot innerPlot = (saga, item) -> {
            saga.eachAtOnce("rounds", rounds, 101, round -> Tale.take(saga, A, round));
            saga.eachAtOnce("rounds", rounds, 101, round -> Tale.take(saga, B, round));
            return "settled";
        };
        Tale.Plot plot = (tale, items) -> {
            tale.saga.subSaga(SETTLED).call(String.class, "x");
            return tale.take(GO, "x");
        };
        try (Sagas sagas = refused(outer, plot)) {
            sagas.addWorkers((factory, shop) -> Inner.register(factory, inner, innerPlot));
            SagaHandle<String> handle = start(sagas);

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.COMPENSATED);
            assertThat(historyOf(sagas, "Tale/1/settled/undo")).noneMatch(event -> event.contains("behind"));
            assertThat(undos(sagas).subList(0, 101)).allMatch(undo -> undo.startsWith("undo b"));
            assertThat(undos(sagas)).hasSize(202);
        }
    }

    private static UndoRecord.Entry entry(int position, StepShape step) {
        return new UndoRecord.Entry(
                position, step.name(), 0, "undo " + step.name(), Map.of("price", 1), null, "it has none", null);
    }

    private static String chainAndOne(Tale.Run tale, List<String> items) {
        return chainAndOne(tale, B);
    }

    private static String chainAndOne(Tale.Run tale, StepShape second) {
        BegunStep<String> a = tale.begin(A, "x");
        tale.begin(second, "x", a);
        tale.begin(C, "x");
        tale.saga.join();
        return tale.take(GO, "x");
    }

    private static Sagas refused(SagaShape shape, Tale.Plot plot) {
        Sagas sagas = Tale.started(shape, plot);
        sagas.shop.refuse("go x");
        return sagas;
    }

    private static SagaHandle<String> start(Sagas sagas) {
        return Tale.client(sagas, NotServed.TYPE).start("1", List.of());
    }

    private static void assertCompensated(Sagas sagas, SagaHandle<?> handle, SagaShape shape, Tale.Plot plot) {
        assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                .isEqualTo(SagaState.COMPENSATED);
        Tale.replay(sagas, handle, shape, plot);
    }

    private static List<String> undos(Sagas sagas) {
        return sagas.shop.effects().stream()
                .filter(effect -> effect.startsWith("undo"))
                .toList();
    }

    /** The steps of which an undo has reached the participant. */
    private static List<String> startedUndos(Sagas sagas) {
        return Stream.of(A, B, C, D)
                .map(StepShape::name)
                .filter(step -> sagas.shop.callsOf(step).stream().anyMatch(call -> call.phase() == SagaCall.Phase.UNDO))
                .toList();
    }

    private static List<String> historyOf(Sagas sagas, String workflowId) {
        return sagas.temporal.getWorkflowClient().fetchHistory(workflowId).getEvents().stream()
                .filter(HistoryEvent::hasWorkflowExecutionStartedEventAttributes)
                .map(event -> event.getWorkflowExecutionStartedEventAttributes()
                        .getInput()
                        .getPayloads(0)
                        .getData()
                        .toStringUtf8())
                .toList();
    }
}
