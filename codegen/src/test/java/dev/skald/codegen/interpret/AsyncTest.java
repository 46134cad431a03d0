package dev.skald.codegen.interpret;

import static dev.skald.codegen.interpret.Outcome.REFUSED;
import static dev.skald.codegen.interpret.Outcome.UNKNOWN;
import static dev.skald.codegen.interpret.Request.to;
import static dev.skald.codegen.interpret.Request.undo;
import static dev.skald.codegen.testing.AsyncSagas.fantasyFiction;
import static dev.skald.codegen.testing.AsyncSagas.parallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Trace.Failure;
import dev.skald.codegen.interpret.Trace.Failure.Reason;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.plan.SagaPlan;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the async orchestrated sagas mean, told by the traces of the main paths. */
final class AsyncTest {

    private static final String TWO_BY_TWO = """
            step a = shop.hold(id) state HOLDING compensate shop.cancel(id)
            step b = shop.hold(id) state BOOKING compensate shop.cancel(id)
            step c = shop.book(a.number) compensate shop.cancel(id)
            step d = shop.book(b.number) compensate shop.cancel(id)
            pivot step pay = shop.pay(id)
            """;

    private static final SagaPlan FICTION = fantasyFiction("", TWO_BY_TWO);
    private static final SagaPlan PARALLEL = parallel("", TWO_BY_TWO);

    @Test
    void eachStepIsAskedForAsSoonAsWhatItNeedsIsThere() {
        Trace trace = Interpreter.run(FICTION, Script.HAPPY);

        assertThat(trace.calls())
                .containsExactly(Set.of(to("a"), to("b")), Set.of(to("c"), to("d")), Set.of(to("pay")));
        assertThat(trace.end()).isEqualTo("COMPLETED");
    }

    @Test
    void theMomentIsThatOfTheStepInFlightWhichBeganLast() {
        Trace trace = Interpreter.run(FICTION, Script.HAPPY);

        assertThat(trace.states()).containsExactly("RUNNING", "HOLDING", "BOOKING", "RUNNING", "COMPLETED");
    }

    @Test
    void aFantasyFictionUndoesInReverseOfWhatWaitedForWhat() {
        Trace trace = Interpreter.run(FICTION, Script.HAPPY.with(to("pay"), REFUSED));

        assertThat(trace.calls()).endsWith(Set.of(undo("c"), undo("d")), Set.of(undo("a"), undo("b")));
        assertThat(trace.states()).endsWith("COMPENSATING", "COMPENSATED");
        assertThat(trace.told()).isEqualTo(new Told("COMPENSATED", Optional.of(new Failure("pay", Reason.REFUSED))));
    }

    @Test
    void whenOneIsRefusedThoseInFlightAreWaitedForAndNoOtherBegins() {
        Trace trace = Interpreter.run(FICTION, Script.HAPPY.with(to("b"), REFUSED));

        assertThat(trace.calls()).containsExactly(Set.of(to("a"), to("b")), Set.of(undo("a")));
        assertThat(trace.state("c")).isEqualTo(StepState.PENDING);
        assertThat(trace.state("b")).isEqualTo(StepState.REFUSED);
    }

    @Test
    void anUndoThatFailsLetsThoseGoOnThatComeBehindIt() {
        Trace trace =
                Interpreter.run(FICTION, Script.HAPPY.with(to("pay"), REFUSED).with(undo("c"), UNKNOWN));

        assertThat(trace.calls()).endsWith(Set.of(undo("a"), undo("b")));
        assertThat(trace.end()).isEqualTo("COMPENSATION_FAILED");
    }

    @Test
    void anUndoThatPausesKeepsBackOnlyWhatItsStepWaitedFor() {
        SagaPlan plan = fantasyFiction("", """
                step a = shop.hold(id) compensate shop.cancel(id)
                step b = shop.hold(id) compensate shop.cancel(id)
                step c = shop.book(a.number) compensate shop.cancel(id) { on exhausted pause }
                step d = shop.book(b.number) compensate shop.cancel(id)
                pivot step pay = shop.pay(id)
                """);

        Trace trace =
                Interpreter.run(plan, Script.HAPPY.with(to("pay"), REFUSED).with(undo("c"), UNKNOWN));

        assertThat(trace.calls()).endsWith(Set.of(undo("c"), undo("d")), Set.of(undo("b")));
        assertThat(trace.state("a")).isEqualTo(StepState.DONE);
    }

    @Test
    void whatStoodBehindABarrierIsUndoneBeforeWhatStoodBeforeIt() {
        SagaPlan plan = fantasyFiction("", """
                step a = shop.reserve(id) compensate shop.cancel(id)
                step b = shop.reserve(id) compensate shop.cancel(id)
                for parallel item in items max 2 {
                  step each = shop.reserve(item) compensate shop.cancel(item)
                }
                fail NotApproved()
                """);

        Trace trace = Interpreter.run(plan, Script.HAPPY.with(Facts.NONE.where("items", 2)));

        assertThat(trace.calls())
                .endsWith(Set.of(undo("each").in(1), undo("each").in(2)), Set.of(undo("a"), undo("b")));
    }

    @Test
    void aParallelAnswersAtOnceAndSendsEveryUndoWhenThoseInFlightHaveAnswered() {
        Trace trace = Interpreter.run(PARALLEL, Script.HAPPY.with(to("c"), REFUSED));

        assertThat(trace.calls())
                .containsExactly(
                        Set.of(to("a"), to("b")), Set.of(to("c"), to("d")), Set.of(undo("a"), undo("b"), undo("d")));
        assertThat(trace.told())
                .isEqualTo(new Told("COMPENSATION_SENT", Optional.of(new Failure("c", Reason.REFUSED))));
        assertThat(trace.end()).isEqualTo("COMPENSATED");
    }

    @Test
    void whoWantsToKnowIsToldOfEachMomentAndOfTheEnd() {
        SagaPlan plan = fantasyFiction("on state change shop.setStatus(id, state)", TWO_BY_TWO);

        assertThat(Interpreter.run(plan, Script.HAPPY).observed()).containsExactly("HOLDING", "BOOKING", "COMPLETED");
        assertThat(Interpreter.run(plan, Script.HAPPY.with(to("b"), REFUSED)).observed())
                .containsExactly("HOLDING", "BOOKING", "HOLDING", "COMPENSATED");
        assertThat(Interpreter.run(FICTION, Script.HAPPY).observed()).isEmpty();
    }
}
