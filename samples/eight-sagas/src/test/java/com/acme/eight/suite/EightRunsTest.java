package com.acme.eight.suite;

import static com.acme.eight.suite.Trouble.step;
import static com.acme.eight.suite.Trouble.undo;
import static com.acme.eight.suite.Trouble.undos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.eight.participants.Service;
import com.acme.eight.sagas.Pattern;
import dev.skald.runtime.SagaRequestRejected;
import dev.skald.runtime.SagaState;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same things go wrong in each of the eight sagas, in memory; each takes it as {@code eight-runs.md} says. */
final class EightRunsTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Expectations EXPECTED = Expectations.read();

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void allIsDone(Pattern pattern) {
        try (World world = World.of(pattern).without()) {
            Caller caller = world.place();
            world.over();

            assertRow("All is done", world, caller.answer(), "at the end");
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void theFirstStepIsRefused(Pattern pattern) {
        assertRefusal("The first step is refused", pattern, "reservation");
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void theMiddleStepIsRefused(Pattern pattern) {
        assertRefusal("The middle step is refused", pattern, "shipment");
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void theLastStepThatCanBeRefusedIs(Pattern pattern) {
        assertRefusal("The last step that can be refused is", pattern, "capture");
    }

    private static void assertRefusal(String title, Pattern pattern, String refused) {
        try (World world = World.refusing(pattern, refused).without()) {
            Gate refusal = world.trouble.holdBefore(step(refused));
            Gate undos = world.trouble.holdBefore(undos());
            Caller caller = world.place();
            refusal.awaitReached();
            world.await(
                    "the steps that run at once",
                    () -> besides(pattern, refused).allMatch(world::isDone));
            refusal.open();
            world.await("its consequence", () -> undos.isReached() || caller.isAnswered());
            boolean early = caller.isAnsweredWithin(A_MOMENT);
            undos.open();
            world.settled();

            boolean undone = undos.isReached();
            assertRow(
                    title,
                    world,
                    caller.answer(),
                    !undone ? "at once" : early ? "before the undos" : "after the undos");
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void aParticipantIsDownForAMoment(Pattern pattern) {
        try (World world = World.of(pattern).without(Service.SHIPPING)) {
            Caller caller = world.place();
            world.await("the step before", () -> world.isDone("authorization"));
            boolean early = caller.isAnsweredWithin(A_MOMENT);
            world.services.up(Service.SHIPPING);
            world.over();

            assertRow("A participant is down for a moment", world, caller.answer(), when(early));
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void aParticipantIsDownForFiveMinutes(Pattern pattern) {
        try (World world = World.of(pattern).without(Service.SHIPPING)) {
            Caller caller = world.place();
            world.await("the step before", () -> world.isDone("authorization"));
            world.skip(Duration.ofMinutes(5));
            boolean early = caller.isAnsweredWithin(A_MOMENT);
            world.services.up(Service.SHIPPING);
            world.over();

            assertRow("A participant is down for five minutes", world, caller.answer(), when(early));
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void anAttemptTimesOutAfterItsEffect(Pattern pattern) {
        try (World world = World.of(pattern).without()) {
            Gate late = world.trouble.holdFirstAfter(step("authorization"));
            Caller caller = world.place();
            late.awaitReached();
            world.skip(Duration.ofSeconds(31));
            world.over();
            late.open();

            assertThat(world.trouble.calls()).filteredOn(step("authorization")).hasSize(2);
            assertRow("An attempt times out after its effect", world, caller.answer(), "at the end");
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void eachRequestAndEachUndoIsDeliveredTwice(Pattern pattern) {
        try (World world = World.refusing(pattern, "capture").without()) {
            world.trouble.deliverTwice();
            Caller caller = world.place();
            world.settled();

            assertRow("Each request and each undo is delivered twice", world, caller.answer(), "–");
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void itIsCancelledBeforeThePivot(Pattern pattern) {
        try (World world = World.of(pattern).without()) {
            Gate held = world.trouble.holdBefore(step("authorization"));
            Caller caller = world.place();
            held.awaitReached();
            world.await(
                    "the steps that run at once",
                    () -> besides(pattern, "authorization").allMatch(world::isDone));
            String reply = cancel(world);
            // It is to come to every link before anything else happens.
            World.pause(A_MOMENT);
            held.open();
            world.over();

            assertRow("It is cancelled before the pivot", world, caller.answer(), reply);
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void itIsCancelledAfterThePivot(Pattern pattern) {
        try (World world = World.of(pattern).without()) {
            Gate held = world.trouble.holdBefore(step("sendReceipt"));
            Caller caller = world.place();
            held.awaitReached();
            String reply = cancel(world);
            held.open();
            world.over();

            assertRow("It is cancelled after the pivot", world, caller.answer(), reply);
        }
    }

    private static String cancel(World world) {
        try {
            world.saga().cancel("alice changed her mind");
            return "the cancel is taken";
        } catch (SagaRequestRejected rejected) {
            return "the cancel is rejected";
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void itsDeadlineComesBeforeThePivot(Pattern pattern) {
        String title = "Its deadline comes before the pivot";
        if (pattern == Pattern.ANTHOLOGY) {
            assertThat(Row.without(pattern, "the compiler refuses a deadline: pattern.no-deadline"))
                    .isEqualTo(EXPECTED.row(title, pattern));
            return;
        }
        try (World world = World.timely(pattern).without()) {
            Gate held = world.trouble.holdBefore(step("authorization"));
            Caller caller = world.place();
            held.awaitReached();
            world.await("the first step", () -> world.isDone("reservation"));
            world.skip(Duration.ofSeconds(21));
            held.open();
            world.over();

            assertRow(title, world, caller.answer(), "–");
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void whatIsStoppedIsSettledByHand(Pattern pattern) {
        String title = "What is stopped is settled by hand";
        try (World world = World.refusing(pattern, "shipment").without()) {
            Caller caller = world.place();
            world.settled();
            if (pattern.undoes()) {
                assertThatThrownBy(() ->
                                world.saga().operator("ann", "booked by phone").confirmDone("shipment"))
                        .isInstanceOf(SagaRequestRejected.class);
                assertThat(Row.without(pattern, "is not stopped, but undone")).isEqualTo(EXPECTED.row(title, pattern));
                return;
            }
            world.saga().operator("ann", "booked by phone").confirmDone("shipment");
            world.over();

            assertRow(title, world, caller.answer(), "–");
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void anUndoFailsForGoodAndIsFreed(Pattern pattern) {
        String title = "An undo fails for good and is freed";
        try (World world = World.refusing(pattern, "capture").without()) {
            world.trouble.fail(
                    undo("authorization"),
                    () -> ApplicationFailure.newNonRetryableFailure("the account is closed", "AccountClosed"));
            Caller caller = world.place();
            world.settled();
            if (!pattern.undoes()) {
                assertThat(world.trouble.calls()).filteredOn(undos()).isEmpty();
                assertThat(Row.without(pattern, "has no undos")).isEqualTo(EXPECTED.row(title, pattern));
                return;
            }
            String told = caller.answer();
            SagaState stuck = world.status().state();
            world.trouble.end();
            world.saga().operator("ann", "the account is open again").retry("authorization");
            world.over();

            assertRow(title, world, told, "meanwhile " + stuck);
        }
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void anUndoOvertakesItsRequest(Pattern pattern) {
        String title = "An undo overtakes its request";
        try (World world = World.refusing(pattern, "capture").without()) {
            Gate late = world.trouble.holdFirstBefore(step("authorization"));
            Caller caller = world.place();
            late.awaitReached();
            world.skip(Duration.ofSeconds(31));
            world.settled();
            late.open();
            world.await("the late request", () -> world.trouble.answered("authorization") == 2);

            assertRow(title, world, caller.answer(), "–");
        }
    }

    @Test
    void eachTableHasARowForEachOfTheEight() {
        List<String> titles = Stream.of(Pattern.values()).map(Pattern::title).toList();

        assertThat(EXPECTED.tables().values())
                .isNotEmpty()
                .allSatisfy(rows -> assertThat(rows)
                        .zipSatisfy(titles, (row, title) -> assertThat(row).startsWith("| " + title + " |")));
    }

    /** The steps that run together with one, if it waits for none of them. */
    private static Stream<String> besides(Pattern pattern, String step) {
        List<String> independent = List.of("reservation", "authorization", "shipment");
        return pattern.beginsAtOnce() && independent.contains(step)
                ? independent.stream().filter(other -> !other.equals(step))
                : Stream.empty();
    }

    private static String when(boolean early) {
        return early ? "while it is down" : "when it is back";
    }

    private static void assertRow(String title, World world, String told, String when) {
        // Whose callers are told nothing, is told nothing at any time.
        String moment = told.equals("nothing") ? "–" : when;
        assertThat(Row.of(world.pattern, world.shop.lines(world.order.orderId()), world.status(), told, moment))
                .isEqualTo(EXPECTED.row(title, world.pattern));
    }
}
