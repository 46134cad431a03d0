package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import io.temporal.api.enums.v1.EventType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Branches and rounds of a loop that run at the same time. */
final class BranchesTest {

    private static final StepShape FIRST = Trial.step("first").build();
    private static final StepShape HOTEL =
            Trial.step("hotel").refusedBy(NotServed.TYPE, OutOfStock.TYPE).build();
    private static final StepShape FLIGHT =
            Trial.step("flight").refusedBy(NotServed.TYPE).build();
    private static final StepShape SEAT = Trial.step("seat").build();
    private static final SagaShape TRIP = Tale.atomic(FIRST, HOTEL, FLIGHT, SEAT);
    private static final SagaShape BOOKINGS = Tale.atomic(HOTEL, SEAT);

    @Test
    void branchesRunAtTheSameTimeAndTheirResultsAreSeenAfterwards() {
        try (Sagas sagas = Tale.started(TRIP, BranchesTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));
            hotel.awaitBegun();
            flight.awaitBegun();
            flight.free();
            hotel.free();

            assertThat(handle.result()).isEqualTo("hotel a, seat a");
            assertThat(sagas.shop.callsOf("hotel"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(0);
            Tale.replay(sagas, handle, TRIP, BranchesTest::trip);
        }
    }

    @Test
    void whenOneIsRefusedNothingNewBeginsAndWhatIsInFlightIsAwaitedAndUndone() {
        try (Sagas sagas = Tale.started(TRIP, BranchesTest::trip)) {
            sagas.shop.on("hotel a", Behaviours.failing(() -> new NotServed("Antarctica")));
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));
            flight.awaitBegun();
            sagas.await("the refusal", () -> handle.status().reason() != null);
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            flight.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("first x", "flight a", "undo flight a", "undo first x");
            assertThat(failed.steps())
                    .extracting(StepStatus::name, StepStatus::state)
                    .containsExactly(
                            tuple("first", StepState.COMPENSATED),
                            tuple("hotel", StepState.REFUSED),
                            tuple("flight", StepState.COMPENSATED),
                            tuple("seat", StepState.PENDING));
            Tale.replay(sagas, handle, TRIP, BranchesTest::trip);
        }
    }

    @Test
    void theFirstFailureIsTheReasonAndTheLaterOneIsToldByItsStep() {
        try (Sagas sagas = Tale.started(TRIP, BranchesTest::trip)) {
            sagas.shop.on("hotel a", Behaviours.failing(() -> new OutOfStock("room")));
            Behaviours.Refusing flight = new Behaviours.Refusing();
            sagas.shop.on("flight a", flight);
            SagaHandle<String> handle =
                    Tale.client(sagas, NotServed.TYPE, OutOfStock.TYPE).start("1", List.of("a"));
            sagas.await("the refusal", () -> handle.status().reason() != null);
            flight.held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(OutOfStock.class);
            assertThat(failed.steps())
                    .filteredOn(step -> step.name().equals("flight"))
                    .extracting(StepStatus::state, StepStatus::lastError)
                    .containsExactly(tuple(StepState.REFUSED, "com.acme.orders.NotServed"));
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            Tale.replay(sagas, handle, TRIP, BranchesTest::trip);
        }
    }

    @Test
    void theCallerOfAnEventualSagaDoesNotWaitForWhatIsInFlight() {
        SagaShape shape = Tale.eventual(TRIP);
        try (Sagas sagas = Tale.started(shape, BranchesTest::trip)) {
            sagas.shop.on("hotel a", Behaviours.failing(() -> new NotServed("Antarctica")));
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle =
                    Tale.earlyClient(sagas.patient, NotServed.TYPE).start("1", List.of("a"));
            flight.awaitBegun();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_SENT);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("first x");
            flight.free();
            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).contains("flight a", "undo flight a", "undo first x");
            Tale.replay(sagas, handle, shape, BranchesTest::trip);
        }
    }

    @Test
    void theSagaItselfMaySayNoInABranch() {
        Tale.Plot plot = (tale, items) -> {
            tale.take(FIRST, "x");
            tale.saga.parallel(() -> tale.take(HOTEL, "a"), () -> {
                throw new OutOfStock("flights");
            });
            return "all";
        };
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            SagaHandle<String> handle = Tale.client(sagas, OutOfStock.TYPE).start("1", List.of("a"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(OutOfStock.class);
            assertThat(sagas.shop.effects()).containsExactly("first x", "hotel a", "undo hotel a", "undo first x");
            Tale.replay(sagas, handle, TRIP, plot);
        }
    }

    @Test
    void aFailureStopsWhatRunsInTheBranchesOfASisterBranch() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(
                    () -> tale.take(HOTEL, "a"),
                    () -> tale.saga.parallel(() -> tale.take(FLIGHT, "a"), () -> {
                        tale.take(FIRST, "a");
                        tale.take(SEAT, "a");
                    }));
            return "all";
        };
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            sagas.shop.on("hotel a", Behaviours.failing(() -> new NotServed("Antarctica")));
            Behaviours.Held first = sagas.shop.hold("first a");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a"));
            first.awaitBegun();
            sagas.await("the refusal", () -> handle.status().reason() != null);
            first.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects())
                    .contains("undo first a", "undo flight a")
                    .doesNotContain("seat a");
            Tale.replay(sagas, handle, TRIP, plot);
        }
    }

    @Test
    void aCancelAsksEveryBranchToEndAndUndoesWhatTheyDid() {
        try (Sagas sagas = Tale.started(TRIP, BranchesTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a"));
            hotel.awaitBegun();
            flight.awaitBegun();
            handle.cancel("customer called");
            hotel.free();
            flight.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled: customer called");
            assertThat(sagas.shop.effects())
                    .contains("undo hotel a", "undo flight a", "undo first x")
                    .doesNotContain("seat a");
            Tale.replay(sagas, handle, TRIP, BranchesTest::trip);
        }
    }

    @Test
    void anEscalatedStepStaysSoWhileItsSisterCompletes() {
        StepShape escalating = Trial.step("hotel").onUnknown(OnUnknown.ESCALATE).build();
        SagaShape shape = Tale.atomic(escalating, FLIGHT);
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(() -> tale.take(escalating, "a"), () -> tale.take(FLIGHT, "a"));
            return "both";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("hotel a", Behaviours.brokenForGood());
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.awaitState(handle, SagaState.ESCALATED);
            flight.free();
            sagas.await(
                    "the flight",
                    () -> sagas.shop.effects().contains("flight a")
                            && handle.status().steps().get(1).state() == StepState.DONE);

            assertThat(handle.status().state()).isEqualTo(SagaState.ESCALATED);
            sagas.shop.mend("hotel a");
            handle.operator("ann", "it is back").retry("hotel");
            assertThat(handle.result()).isEqualTo("both");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void aRefusalBesideAPivotThatWasAskedUndoesNothing() {
        StepShape go = StepShape.pivot("go").call(Trial.call()).build();
        SagaShape shape = Tale.atomic(FIRST, HOTEL, go);
        Tale.Plot plot = (tale, items) -> {
            tale.take(FIRST, "x");
            tale.saga.parallel(() -> tale.take(HOTEL, "a"), () -> tale.take(go, "a"));
            return "both";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            Behaviours.Held pivot = sagas.shop.hold("go a");
            Behaviours.Refusing hotel = new Behaviours.Refusing();
            sagas.shop.on("hotel a", hotel);
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            pivot.awaitBegun();
            hotel.held.free();
            sagas.await("the refusal", () -> handle.status().steps().get(1).state() == StepState.REFUSED);
            pivot.free();
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);

            assertThat(sagas.shop.effects()).containsExactly("first x", "go a");
        }
    }

    @Test
    void nobodySaysOfAStepBesideAPivotThatItWasNotDoneOnceThatWasAsked() {
        StepShape look = StepShape.readonly("look")
                .call(Trial.call())
                .onUnknown(OnUnknown.ASK_AGAIN)
                .build();
        StepShape go = StepShape.pivot("go").call(Trial.call()).build();
        SagaShape shape = Tale.atomic(FIRST, look, go);
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(() -> tale.take(look, "a"), () -> {
                tale.take(FIRST, "a");
                tale.take(go, "a");
            });
            return "both";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("look a", Behaviours.brokenForGood());
            Behaviours.Held first = sagas.shop.hold("first a");
            SagaHandle<String> handle = Tale.client(sagas.patient).start("1", List.of());
            first.awaitBegun();
            sagas.await("help", () -> handle.status().steps().get(1).state() == StepState.NEEDS_ATTENTION);
            first.free();
            sagas.await("the pivot", () -> sagas.shop.effects().contains("go a"));
            SagaOperator ann = handle.operator("ann", "the list is closed");

            assertThat(catchThrowableOfType(SagaRequestRejected.class, () -> ann.confirmNotDone("look")))
                    .hasMessageContaining("after the pivot every step must be done");
            ann.confirmDone("look", "nothing");
            assertThat(handle.result()).isEqualTo("both");
        }
    }

    @Test
    void afterThePivotABranchWhoseParticipantIsDownHoldsUpNoOther() {
        StepShape go = StepShape.pivot("go").call(Trial.call()).build();
        StepShape mail = StepShape.retriable("mail").call(Trial.call()).build();
        StepShape tell = StepShape.retriable("tell").call(Trial.call()).build();
        SagaShape shape = Tale.atomic(go, mail, tell);
        Tale.Plot plot = (tale, items) -> {
            tale.take(go, "a");
            tale.saga.parallel(() -> tale.take(mail, "a"), () -> tale.take(tell, "a"));
            return "all";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("mail a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.await("the other", () -> sagas.shop.effects().contains("tell a"));
            sagas.await("help", () -> handle.status().steps().get(1).state() == StepState.NEEDS_ATTENTION);
            sagas.shop.mend("mail a");

            assertThat(handle.result()).isEqualTo("all");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void roundsRunAtTheSameTimeAndBringTheirResultsInTheOrderOfTheList() {
        try (Sagas sagas = Tale.started(BOOKINGS, BranchesTest::bookTwoAtATime)) {
            Behaviours.Held a = sagas.shop.hold("hotel a");
            Behaviours.Held b = sagas.shop.hold("hotel b");
            Behaviours.Held c = sagas.shop.hold("hotel c");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b", "c"));
            a.awaitBegun();
            b.awaitBegun();
            assertThat(sagas.shop.callsOf("hotel"))
                    .extracting(SagaCall::iteration)
                    .containsExactlyInAnyOrder(1, 2);
            b.free();
            c.awaitBegun();
            c.free();
            sagas.await("the third", () -> sagas.shop.effects().contains("seat c"));
            assertThat(sagas.shop.effects()).doesNotContain("hotel a");
            a.free();

            assertThat(handle.result()).isEqualTo("[hotel a, hotel b, hotel c]");
            assertThat(sagas.shop.callsOf("seat"))
                    .extracting(SagaCall::iteration)
                    .containsExactlyInAnyOrder(1, 2, 3);
            assertThat(handle.status().steps())
                    .extracting(StepStatus::label)
                    .containsExactly("hotel[1]", "hotel[2]", "hotel[3]", "seat[1]", "seat[2]", "seat[3]");
            Tale.replay(sagas, handle, BOOKINGS, BranchesTest::bookTwoAtATime);
        }
    }

    @Test
    void whenARoundFailsNoOtherBeginsAndThoseThatTookEffectAreUndone() {
        try (Sagas sagas = Tale.started(BOOKINGS, BranchesTest::bookTwoAtATime)) {
            Behaviours.Held a = sagas.shop.hold("hotel a");
            sagas.shop.on("hotel b", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of("a", "b", "c"));
            a.awaitBegun();
            sagas.await("the refusal", () -> handle.status().reason() != null);
            a.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("hotel a", "undo hotel a");
            Tale.replay(sagas, handle, BOOKINGS, BranchesTest::bookTwoAtATime);
        }
    }

    @Test
    void aListThatIsTooLongIsRefusedBeforeAnyRound() {
        try (Sagas sagas = Tale.started(BOOKINGS, BranchesTest::bookTwoAtATime)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b", "c", "d"));

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().hasMessageContaining("items has 4 elements, and at most 3 are allowed");
            assertThat(sagas.shop.effects()).isEmpty();
        }
    }

    @Test
    void aParticipantThatIsDownKeepsNoBranchOfAStoppedSagaBeingAskedForEver() {
        StepShape asked = Trial.step("flight").onUnknown(OnUnknown.ASK_AGAIN).build();
        SagaShape shape = Tale.atomic(HOTEL, asked);
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(() -> tale.take(HOTEL, "a"), () -> tale.take(asked, "a"));
            return "both";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            Behaviours.Refusing hotel = new Behaviours.Refusing();
            sagas.shop.on("hotel a", hotel);
            sagas.shop.on("flight a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            sagas.await("help", () -> handle.status().steps().get(1).state() == StepState.NEEDS_ATTENTION);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            hotel.held.free();

            SagaFailed failed = failure.join();

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("undo flight a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    private static String trip(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        BranchResult<String> hotel = new BranchResult<>();
        BranchResult<String> seat = new BranchResult<>();
        tale.saga.parallel(() -> hotel.set(tale.take(HOTEL, "a")), () -> {
            tale.take(FLIGHT, "a");
            seat.set(tale.take(SEAT, "a"));
        });
        return hotel.get() + ", " + seat.get();
    }

    private static String bookTwoAtATime(Tale.Run tale, List<String> items) {
        EachResult<String> booked = new EachResult<>();
        tale.saga.eachAtOnce("items", items, 3, 2, item -> {
            String hotel = tale.take(HOTEL, item);
            tale.take(SEAT, item);
            booked.add(hotel);
        });
        return booked.list().toString();
    }
}
