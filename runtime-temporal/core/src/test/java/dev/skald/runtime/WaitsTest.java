package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import io.temporal.api.enums.v1.EventType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Waiting for what comes from outside, and for time to pass. */
final class WaitsTest {

    private static final StepShape FIRST = Trial.step("first").build();
    private static final StepShape SECOND =
            Trial.step("second").refusedBy(NotServed.TYPE).build();
    private static final StepShape GO = StepShape.pivot("go").call(Trial.call()).build();
    private static final SagaShape SHAPE = Tale.atomic(FIRST, SECOND);
    private static final SagaShape IN_TIME = SagaShape.of("test.Tale", 1)
            .steps(FIRST, SECOND)
            .deadline(Duration.ofMinutes(10))
            .build();
    private static final SagaShape WITH_PIVOT = SagaShape.of("test.Tale", 1)
            .steps(FIRST, GO)
            .deadline(Duration.ofMinutes(10))
            .build();

    @Test
    void theSagaWaitsForTheEventAndSaysSo() {
        try (Sagas sagas = Tale.started(SHAPE, WaitsTest::awaitWithoutLimit)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.await("the wait", () -> handle.status().waitingFor().contains("approval"));
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);

            handle.send("approval", "yes");

            assertThat(handle.result()).isEqualTo("yes");
            assertThat(handle.status().waitingFor()).isEmpty();
            assertThat(sagas.shop.effects()).containsExactly("first x", "second x");
            Tale.replay(sagas, handle, SHAPE, WaitsTest::awaitWithoutLimit);
        }
    }

    @Test
    void anEventIsKeptUntilItIsWaitedForAndTheFirstCounts() {
        try (Sagas sagas = Tale.started(SHAPE, WaitsTest::awaitADay)) {
            Behaviours.Held first = new Behaviours.Held();
            sagas.shop.on("first x", first);
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            first.awaitBegun();
            handle.send("approval", "yes");
            handle.send("approval", "no");
            first.free();

            assertThat(handle.result()).isEqualTo("yes");
            assertThat(sagas.events(handle))
                    .extracting(event -> event.getEventType())
                    .doesNotContain(EventType.EVENT_TYPE_TIMER_STARTED);
            Tale.replay(sagas, handle, SHAPE, WaitsTest::awaitADay);
        }
    }

    @Test
    void anEventThatComesInTimeStopsItsTimer() {
        try (Sagas sagas = Tale.started(SHAPE, WaitsTest::awaitADay)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_TIMER_STARTED);
            assertThat(handle.status().waitingFor()).containsExactly("approval within PT24H");
            handle.send("approval", "yes");

            assertThat(handle.result()).isEqualTo("yes");
            assertThat(sagas.events(handle))
                    .extracting(event -> event.getEventType())
                    .contains(EventType.EVENT_TYPE_TIMER_CANCELED);
            Tale.replay(sagas, handle, SHAPE, WaitsTest::awaitADay);
        }
    }

    @Test
    void withoutTheEventTheSagaGoesTheOtherWayWhenTheTimeIsOver() {
        try (Sagas sagas = Tale.started(SHAPE, WaitsTest::awaitADay)) {
            SagaHandle<String> handle = Tale.client(sagas, OutOfStock.TYPE).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(OutOfStock.class);
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            Tale.replay(sagas, handle, SHAPE, WaitsTest::awaitADay);
        }
    }

    @Test
    void anEventThatComesTooLateChangesNothing() {
        Tale.Plot plot = (tale, items) -> {
            String before = tale.saga.await(tale.approval, Duration.ofHours(24)).orElse("none");
            tale.take(FIRST, "x");
            return before;
        };
        try (Sagas sagas = Tale.started(SHAPE, plot)) {
            Behaviours.Held first = new Behaviours.Held();
            sagas.shop.on("first x", first);
            SagaHandle<String> handle = Tale.client(sagas.patient).start("1", List.of());
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_TIMER_STARTED);
            sagas.skip(Duration.ofHours(24).plusSeconds(1));
            first.awaitBegun();
            handle.send("approval", "yes");
            first.free();

            assertThat(handle.result()).isEqualTo("none");
            Tale.replay(sagas, handle, SHAPE, plot);
        }
    }

    @Test
    void whatIsNoEventOfTheDefinitionsTypeCountsForNothing() {
        try (Sagas sagas = Tale.started(SHAPE, WaitsTest::awaitWithoutLimit)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.workflow(handle).signal("approval");
            handle.send("approval", List.of(1, 2));
            handle.send("approval", "yes");

            assertThat(handle.result()).isEqualTo("yes");
            Tale.replay(sagas, handle, SHAPE, WaitsTest::awaitWithoutLimit);
        }
    }

    @Test
    void nothingCanBeSentToASagaThatIsOver() {
        try (Sagas sagas = Tale.started(SHAPE, WaitsTest::awaitWithoutLimit)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            handle.send("approval", "yes");
            handle.result();

            assertThatThrownBy(() -> handle.send("approval", "no"))
                    .isInstanceOf(SagaRequestRejected.class)
                    .hasMessageContaining("is over");
        }
    }

    @Test
    void aCancelEndsTheWaitAndUndoesWhatWasDone() {
        for (SagaShape shape : List.of(SHAPE, Tale.eventual(SHAPE))) {
            try (Sagas sagas = Tale.started(shape, WaitsTest::awaitADay)) {
                SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
                sagas.awaitEvent(handle, EventType.EVENT_TYPE_TIMER_STARTED);
                handle.cancel("customer called");

                SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

                assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
                assertThat(failed).cause().hasMessageContaining("cancelled: customer called");
                assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
                Tale.replay(sagas, handle, shape, WaitsTest::awaitADay);
            }
        }
    }

    @Test
    void theDeadlineEndsAWaitWithoutLimit() {
        try (Sagas sagas = Tale.started(IN_TIME, WaitsTest::awaitWithoutLimit)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().hasMessageContaining("not completed within its deadline of PT10M");
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            Tale.replay(sagas, handle, IN_TIME, WaitsTest::awaitWithoutLimit);
        }
    }

    @Test
    void theDeadlineEndsAPause() {
        Tale.Plot plot = (tale, items) -> {
            tale.take(FIRST, "x");
            tale.saga.pause(Duration.ofMinutes(30), "wait 30m");
            return tale.take(SECOND, "x");
        };
        try (Sagas sagas = Tale.started(IN_TIME, plot)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().hasMessageContaining("deadline");
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            Tale.replay(sagas, handle, IN_TIME, plot);
        }
    }

    @Test
    void timePassesInAPauseAndTheSagaSaysSo() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.pause(Duration.ofMinutes(30), "wait 30m");
            return tale.take(FIRST, "x");
        };
        try (Sagas sagas = Tale.started(SHAPE, plot)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.await("the pause", () -> handle.status().waitingFor().contains("wait 30m"));
            assertThat(sagas.shop.effects()).isEmpty();

            assertThat(handle.result()).isEqualTo("first x");
            Tale.replay(sagas, handle, SHAPE, plot);
        }
    }

    @Test
    void afterThePivotNeitherCancelNorDeadlineEndsAWait() {
        Tale.Plot plot = (tale, items) -> {
            tale.take(FIRST, "x");
            tale.take(GO, "x");
            tale.saga.pause(Duration.ofMinutes(30), "wait 30m");
            return tale.saga.await(tale.approval, Duration.ofHours(1)).orElse("none");
        };
        try (Sagas sagas = Tale.started(WITH_PIVOT, plot)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.await("the pause", () -> handle.status().waitingFor().contains("wait 30m"));
            assertThatThrownBy(() -> handle.cancel("too late")).isInstanceOf(SagaRequestRejected.class);
            sagas.workflow(handle).cancel("too late");

            assertThat(handle.result()).isEqualTo("none");
            assertThat(sagas.shop.effects()).containsExactly("first x", "go x");
            Tale.replay(sagas, handle, WITH_PIVOT, plot);
        }
    }

    @Test
    void aFailureInASisterBranchEndsTheWait() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(() -> tale.take(SECOND, "x"), () -> tale.saga.await(tale.approval));
            return "all";
        };
        try (Sagas sagas = Tale.started(SHAPE, plot)) {
            sagas.shop.on("second x", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());

            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);

            assertThat(failure.join()).cause().isInstanceOf(NotServed.class);
            Tale.replay(sagas, handle, SHAPE, plot);
        }
    }

    private static String awaitWithoutLimit(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        String answer = tale.saga.await(tale.approval);
        tale.take(SECOND, "x");
        return answer;
    }

    private static String awaitADay(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        String answer =
                tale.saga.await(tale.approval, Duration.ofHours(24)).orElseThrow(() -> new OutOfStock("approval"));
        tale.take(SECOND, "x");
        return answer;
    }
}
