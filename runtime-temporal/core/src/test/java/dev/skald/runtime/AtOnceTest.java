package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Steps that run at the same time because nothing between them says otherwise. */
final class AtOnceTest {

    private static final StepShape FIRST = Trial.step("first").build();
    private static final StepShape HOTEL =
            Trial.step("hotel").refusedBy(NotServed.TYPE, OutOfStock.TYPE).build();
    private static final StepShape FLIGHT =
            Trial.step("flight").refusedBy(NotServed.TYPE).build();
    private static final StepShape SEAT = Trial.step("seat").build();
    private static final StepShape GO =
            StepShape.pivot("go").call(Trial.call()).refusedBy(NotServed.TYPE).build();
    private static final StepShape LOOK =
            StepShape.readonly("look").call(Trial.call()).build();
    private static final StepShape READ =
            StepShape.readonly("read").call(Trial.call()).build();
    private static final SagaShape TRIP = Tale.dependentsFirst(Tale.atomic(FIRST, HOTEL, FLIGHT, SEAT));

    @Test
    void independentStepsAreInFlightTogether() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            hotel.awaitBegun();
            flight.awaitBegun();
            flight.free();
            hotel.free();

            assertThat(handle.result()).isEqualTo("seat hotel a, flight a");
            assertThat(handle.status().steps()).extracting(StepStatus::state).containsOnly(StepState.DONE);
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void aStepBeginsWhenThoseThatItIsAfterAreDoneAndWaitsForNoOthers() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            hotel.awaitBegun();
            flight.awaitBegun();
            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.RUNNING, StepState.RUNNING, StepState.PENDING);
            hotel.free();
            sagas.await("the seat", () -> sagas.shop.effects().contains("seat hotel a"));

            assertThat(sagas.shop.effects()).containsExactly("first x", "hotel a", "seat hotel a");
            flight.free();
            assertThat(handle.result()).isEqualTo("seat hotel a, flight a");
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void whenOneIsRefusedNothingNewBeginsAndWhatIsInFlightIsAwaitedAndUndone() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            sagas.shop.refuse("flight a");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            hotel.awaitBegun();
            sagas.await("the refusal", () -> handle.status().reason() != null);
            assertThat(handle.status().state()).isEqualTo(SagaState.RUNNING);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            hotel.free();

            assertThat(failure.join().outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failure.join()).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactly("first x", "hotel a", "undo hotel a", "undo first x");
            assertThat(failure.join().steps())
                    .extracting(StepStatus::name, StepStatus::state)
                    .containsExactly(
                            tuple("first", StepState.COMPENSATED),
                            tuple("hotel", StepState.COMPENSATED),
                            tuple("flight", StepState.REFUSED),
                            tuple("seat", StepState.PENDING));
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void aStepThatIsAfterARefusedOneNeverBegins() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            sagas.shop.on("hotel a", Behaviours.failing(() -> new OutOfStock("room")));
            SagaHandle<String> handle = Tale.client(sagas, OutOfStock.TYPE).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(OutOfStock.class);
            assertThat(failed.steps().get(3).state()).isEqualTo(StepState.PENDING);
            assertThat(sagas.shop.callsOf("seat")).isEmpty();
            assertThat(sagas.shop.effects()).containsExactly("first x", "flight a", "undo flight a", "undo first x");
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void theFirstFailureIsTheReasonAndTheLaterOneIsToldByItsStep() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            sagas.shop.on("hotel a", Behaviours.failing(() -> new OutOfStock("room")));
            Behaviours.Refusing flight = new Behaviours.Refusing();
            sagas.shop.on("flight a", flight);
            SagaHandle<String> handle =
                    Tale.client(sagas, NotServed.TYPE, OutOfStock.TYPE).start("1", List.of());
            sagas.await("the refusal", () -> handle.status().reason() != null);
            flight.held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(OutOfStock.class);
            assertThat(failed.steps().get(2).lastError()).isEqualTo("com.acme.orders.NotServed");
            assertThat(sagas.shop.effects()).containsExactly("first x", "undo first x");
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void theCallerOfAnEventualSagaIsAnsweredAtOnceAndTheUndosAreSentTogetherWhenThoseInFlightHaveAnswered() {
        SagaShape shape = Tale.eventual(TRIP);
        try (Sagas sagas = Tale.started(shape, AtOnceTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            sagas.shop.refuse("flight a");
            Behaviours.Held undoFirst = sagas.shop.hold("undo first x");
            Behaviours.Held undoHotel = sagas.shop.hold("undo hotel a");
            SagaHandle<String> handle =
                    Tale.earlyClient(sagas.patient, NotServed.TYPE).start("1", List.of());
            hotel.awaitBegun();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_SENT);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.callsOf("first")).hasSize(1);
            hotel.free();
            undoFirst.awaitBegun();
            undoHotel.awaitBegun();
            assertThat(sagas.shop.effects()).containsExactly("first x", "hotel a");
            undoFirst.free();
            undoHotel.free();
            sagas.awaitState(handle, SagaState.COMPENSATED);
            Tale.replay(sagas, handle, shape, AtOnceTest::trip);
        }
    }

    @Test
    void aStepWhoseOutcomeIsUnknownIsUndoneWithThoseBesideIt() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            sagas.shop.on("flight a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects())
                    .startsWith("first x", "hotel a")
                    .contains("undo flight a", "undo hotel a")
                    .endsWith("undo first x");
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void anOperatorMayAnswerForAStepWhileOthersGoOn() {
        StepShape escalating = Trial.step("hotel").onUnknown(OnUnknown.ESCALATE).build();
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(escalating, FLIGHT, SEAT));
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> hotel = tale.begin(escalating, "a");
            BegunStep<String> flight = tale.begin(FLIGHT, "a");
            tale.begin(SEAT, "a", hotel);
            tale.saga.join();
            return hotel.result() + ", " + flight.result();
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("hotel a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.awaitState(handle, SagaState.ESCALATED);
            sagas.await("the flight", () -> handle.status().steps().get(1).state() == StepState.DONE);

            assertThat(handle.status().steps().get(2).state()).isEqualTo(StepState.PENDING);
            handle.operator("ann", "they called").confirmDone("hotel", "room 7");
            assertThat(handle.result()).isEqualTo("room 7, flight a");
            assertThat(sagas.shop.effects()).containsExactly("flight a", "seat a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void whatAnOperatorKnowsNotToBeDoneCountsAsARefusal() {
        StepShape escalating = Trial.step("hotel").onUnknown(OnUnknown.ESCALATE).build();
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(escalating, FLIGHT));
        Tale.Plot plot = (tale, items) -> both(tale, escalating, FLIGHT);
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("hotel a", Behaviours.brokenForGood());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.awaitState(handle, SagaState.ESCALATED);
            handle.operator("ann", "they called").confirmNotDone("hotel");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("flight a", "undo flight a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void givenUpBesideAStepInFlightTheSagaEndsWhenThatHasAnswered() {
        StepShape escalating = Trial.step("hotel").onUnknown(OnUnknown.ESCALATE).build();
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(escalating, FLIGHT));
        Tale.Plot plot = (tale, items) -> both(tale, escalating, FLIGHT);
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("hotel a", Behaviours.brokenForGood());
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            sagas.awaitState(handle, SagaState.ESCALATED);
            handle.operator("ann", "enough").abandon();
            assertThat(handle.status().state()).isEqualTo(SagaState.ESCALATED);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            flight.free();

            assertThat(failure.join().outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(sagas.shop.effects()).containsExactly("flight a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void aCancelWaitsForAllThatIsInFlightAndUndoesIt() {
        try (Sagas sagas = Tale.started(TRIP, AtOnceTest::trip)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            hotel.awaitBegun();
            flight.awaitBegun();
            handle.cancel("customer called");
            hotel.free();
            flight.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled: customer called");
            assertThat(sagas.shop.effects())
                    .contains("undo hotel a", "undo flight a")
                    .doesNotContain("seat hotel a")
                    .endsWith("undo first x");
            Tale.replay(sagas, handle, TRIP, AtOnceTest::trip);
        }
    }

    @Test
    void aDeadlineEndsTheBackOffOfAllThatMayHaveHappenedAndUndoesThem() {
        CallShape patient = Trial.call().backoff(Duration.ofHours(1), Duration.ofHours(1), 1);
        StepShape hotel = Trial.step("hotel").call(patient).build();
        StepShape flight = Trial.step("flight").call(patient).build();
        SagaShape shape = SagaShape.of("test.Tale", 1)
                .deadline(Duration.ofMinutes(10))
                .steps(hotel, flight, SEAT)
                .undo(UndoOrder.DEPENDENTS_FIRST)
                .build();
        Tale.Plot plot = (tale, items) -> {
            tale.begin(SEAT, "a", tale.begin(hotel, "a"), tale.begin(flight, "a"));
            tale.saga.join();
            return "all";
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.on("hotel a", Behaviours.failingAfterItsEffect());
            sagas.shop.on("flight a", Behaviours.failingAfterItsEffect());
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("not completed within its deadline");
            assertThat(sagas.shop.effects())
                    .containsExactlyInAnyOrder("hotel a", "flight a", "undo hotel a", "undo flight a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void eachRoundOfALoopJoinsItsOwn() {
        Tale.Plot plot = (tale, items) -> {
            List<String> all = new ArrayList<>();
            for (String item : tale.saga.each("items", items, 3)) {
                BegunStep<String> hotel = tale.begin(HOTEL, item);
                BegunStep<String> flight = tale.begin(FLIGHT, item);
                tale.saga.join();
                all.add(hotel.result() + " " + flight.result());
            }
            return all.toString();
        };
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b"));
            hotel.awaitBegun();
            flight.awaitBegun();
            assertThat(sagas.shop.callsOf("hotel")).hasSize(1);
            flight.free();
            hotel.free();

            assertThat(handle.result()).isEqualTo("[hotel a flight a, hotel b flight b]");
            assertThat(sagas.shop.callsOf("flight"))
                    .extracting(SagaCall::iteration)
                    .containsExactly(1, 2);
            Tale.replay(sagas, handle, TRIP, plot);
        }
    }

    @Test
    void roundsThatRunAtTheSameTimeHaveGroupsOfTheirOwn() {
        Tale.Plot plot = (tale, items) -> {
            EachResult<String> all = new EachResult<>();
            tale.saga.eachAtOnce("items", items, 3, item -> {
                BegunStep<String> hotel = tale.begin(HOTEL, item);
                BegunStep<String> seat = tale.begin(SEAT, item, hotel);
                tale.saga.join();
                all.add(seat.result());
            });
            return all.list().toString();
        };
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            Behaviours.Held a = sagas.shop.hold("hotel a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("a", "b"));
            a.awaitBegun();
            sagas.await("the other round", () -> sagas.shop.effects().contains("seat b"));
            assertThat(sagas.shop.effects()).doesNotContain("seat a");
            a.free();

            assertThat(handle.result()).isEqualTo("[seat a, seat b]");
            Tale.replay(sagas, handle, TRIP, plot);
        }
    }

    @Test
    void aRefusalInABranchKeepsItsSisterBranchFromBeginningAnythingNewAtOnce() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(
                    () -> {
                        tale.begin(HOTEL, "a");
                        tale.begin(FIRST, "a");
                        tale.saga.join();
                    },
                    () -> {
                        tale.take(FLIGHT, "a");
                        tale.take(SEAT, "a");
                    });
            return "all";
        };
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            sagas.shop.refuse("hotel a");
            Behaviours.Held first = sagas.shop.hold("first a");
            Behaviours.Held flight = sagas.shop.hold("flight a");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());
            first.awaitBegun();
            flight.awaitBegun();
            sagas.await("the refusal", () -> handle.status().reason() != null);
            flight.free();
            sagas.await("the flight", () -> handle.status().steps().get(2).state() == StepState.DONE);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            first.free();

            assertThat(failure.join()).cause().isInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects())
                    .containsExactlyInAnyOrder("flight a", "first a", "undo flight a", "undo first a");
            assertThat(failure.join().steps().get(3).state()).isEqualTo(StepState.PENDING);
            Tale.replay(sagas, handle, TRIP, plot);
        }
    }

    @Test
    void afterThePivotReadonlyStepsRunAtTheSameTime() {
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(FIRST, GO, LOOK, READ));
        Tale.Plot plot = (tale, items) -> {
            tale.take(FIRST, "x");
            tale.take(GO, "x");
            return both(tale, LOOK, READ);
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            Behaviours.Held look = sagas.shop.hold("look a");
            Behaviours.Held read = sagas.shop.hold("read a");
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());
            look.awaitBegun();
            read.awaitBegun();
            read.free();
            look.free();

            assertThat(handle.result()).isEqualTo("look a, read a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void anUndoMayUseItsOwnResultAndThoseThatItsStepHadWaitedFor() {
        SagaShape shape = Tale.dependentsFirst(Tale.atomic(HOTEL, SEAT, GO));
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> hotel = tale.saga
                    .step(HOTEL)
                    .compensate((String booked) -> tale.saga.run("undo " + booked, Map.of()))
                    .beginCall(() -> tale.saga.call("hotel a", String.class, Map.of()));
            tale.saga
                    .step(SEAT)
                    .after(hotel)
                    .compensate(() -> tale.saga.run("leave " + hotel.result(), Map.of()))
                    .beginRun(() -> tale.saga.run("seat in " + hotel.result(), Map.of()));
            tale.saga.join();
            return tale.take(GO, "x");
        };
        try (Sagas sagas = Tale.started(shape, plot)) {
            sagas.shop.refuse("go x");
            SagaHandle<String> handle = Tale.client(sagas, NotServed.TYPE).start("1", List.of());

            assertThat(catchThrowableOfType(SagaFailed.class, handle::result).outcome())
                    .isEqualTo(SagaState.COMPENSATED);
            assertThat(sagas.shop.effects())
                    .containsExactly("hotel a", "seat in hotel a", "leave hotel a", "undo hotel a");
            Tale.replay(sagas, handle, shape, plot);
        }
    }

    @Test
    void whatTheFlowHasBegunIsAwaitedAndUndoneAlsoWhenItIsLeftBeforeItsJoin() {
        Tale.Plot plot = (tale, items) -> {
            tale.begin(HOTEL, "a");
            throw new OutOfStock(tale.saga.await(tale.approval));
        };
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            Behaviours.Held hotel = sagas.shop.hold("hotel a");
            SagaHandle<String> handle = Tale.client(sagas, OutOfStock.TYPE).start("1", List.of());
            hotel.awaitBegun();
            sagas.workflow(handle).signal("approval", "beds");
            sagas.await("the refusal", () -> handle.status().reason() != null);
            CompletableFuture<SagaFailed> failure = sagas.failureInBackground(handle);
            hotel.free();

            assertThat(failure.join()).cause().isInstanceOf(OutOfStock.class);
            assertThat(sagas.shop.effects()).containsExactly("hotel a", "undo hotel a");
            Tale.replay(sagas, handle, TRIP, plot);
        }
    }

    @Test
    void aResultThatNobodyHasWaitedForIsABug() {
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> hotel = tale.begin(HOTEL, "a");
            String early = hotel.result();
            tale.saga.join();
            return early;
        };
        assertBug(plot, "the result of step hotel is asked for where nobody has waited for it");
    }

    @Test
    void aResultOfAStepThatIsDoneByChanceOnlyIsABug() {
        Tale.Plot plot = (tale, items) -> {
            BegunStep<String> hotel = tale.begin(HOTEL, "a");
            BegunStep<String> flight = tale.begin(FLIGHT, "a");
            tale.saga
                    .step(SEAT)
                    .after(hotel, flight)
                    .compensate(() -> tale.saga.run("undo", Map.of()))
                    .beginRun(() -> tale.saga.run("seat a", Map.of()));
            tale.saga
                    .step(FIRST)
                    .after(hotel)
                    .compensate(() -> tale.saga.run("undo", Map.of()))
                    .beginRun(() -> tale.saga.run("first " + flight.result(), Map.of()));
            tale.saga.join();
            return "all";
        };
        assertBug(plot, "the result of step flight is asked for where nobody has waited for it");
    }

    @Test
    void aBodyThatEndsWithoutJoiningIsABug() {
        Tale.Plot plot = (tale, items) -> {
            tale.begin(HOTEL, "a");
            return "forgotten";
        };
        assertBug(plot, "steps were begun and not joined");
    }

    @Test
    void aBranchThatEndsWithoutJoiningIsABug() {
        Tale.Plot plot = (tale, items) -> {
            tale.saga.parallel(() -> tale.begin(HOTEL, "a"), () -> {});
            return "both";
        };
        assertBug(plot, "steps were begun and not joined");
    }

    @Test
    void aStepThatIsTakenBesideOnesThatWereNotJoinedIsABug() {
        Tale.Plot plot = (tale, items) -> {
            tale.begin(HOTEL, "a");
            return tale.take(FLIGHT, "a");
        };
        assertBug(plot, "steps were begun and not joined");
    }

    private static void assertBug(Tale.Plot plot, String message) {
        try (Sagas sagas = Tale.started(TRIP, plot)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of());

            sagas.awaitEvent(handle, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);

            assertThat(sagas.events(handle))
                    .filteredOn(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
                    .first()
                    .extracting(event -> event.getWorkflowTaskFailedEventAttributes()
                            .getFailure()
                            .toString())
                    .asString()
                    .contains(message);
        }
    }

    private static String trip(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        BegunStep<String> hotel = tale.begin(HOTEL, "a");
        BegunStep<String> flight = tale.begin(FLIGHT, "a");
        BegunStep<String> seat = tale.saga
                .step(SEAT)
                .after(hotel)
                .compensate(() -> tale.saga.run("undo seat " + hotel.result(), Map.of()))
                .beginCall(() -> tale.saga.call("seat " + hotel.result(), String.class, Map.of()));
        tale.saga.join();
        return seat.result() + ", " + flight.result();
    }

    private static String both(Tale.Run tale, StepShape one, StepShape other) {
        BegunStep<String> first = tale.begin(one, "a");
        BegunStep<String> second = tale.begin(other, "a");
        tale.saga.join();
        return first.result() + ", " + second.result();
    }
}
