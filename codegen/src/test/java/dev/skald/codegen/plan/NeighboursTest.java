package dev.skald.codegen.plan;

import static dev.skald.codegen.testing.AsyncSagas.parallel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.testing.Definitions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which steps of an async saga run at once, and which wait for which. */
final class NeighboursTest {

    @Test
    void neighboursThatNeedNothingOfEachOtherAreTakenAtOnce() {
        assertThat(flow("""
                step a = shop.reserve(id) compensate shop.cancel(id)
                readonly step b = shop.look(id)
                step c = shop.reserve(id) compensate shop.cancel(id)
                """)).isEqualTo("{a, b, c}");
    }

    @Test
    void whoNeedsAResultWaitsForItAndForNothingElse() {
        assertThat(flow("""
                step a = shop.hold(id) compensate shop.cancel(id)
                step b = shop.reserve(id) compensate shop.cancel(id)
                step c = shop.book(a.number) compensate shop.cancel(id)
                """)).isEqualTo("{a, b, c after a}");
    }

    @Test
    void whoseUndoNeedsAResultWaitsForIt() {
        assertThat(flow("""
                step a = shop.hold(id) compensate shop.cancel(id)
                step b = shop.reserve(id) compensate shop.cancel(id)
                step c = shop.reserve(id) compensate shop.cancel(a.number)
                """)).isEqualTo("{a, b, c after a}");
    }

    @Test
    void orderWithoutDataIsSaidByAfter() {
        assertThat(flow("""
                step a = shop.reserve(id) compensate shop.cancel(id)
                step b = shop.reserve(id) compensate shop.cancel(id)
                step c = shop.reserve(id) after b compensate shop.cancel(id)
                """)).isEqualTo("{a, b, c after b}");
    }

    @Test
    void whatIsWaitedForAnywayIsNotSaidTwice() {
        assertThat(flow("""
                step a = shop.hold(id) compensate shop.cancel(id)
                step x = shop.reserve(id) compensate shop.cancel(id)
                step b = shop.book(a.number) compensate shop.cancel(id)
                step c = shop.book(b.number) after a compensate shop.cancel(id)
                """)).isEqualTo("{a, x, b after a, c after b}");
    }

    @Test
    void stepsThatEachNeedTheOneBeforeAreTakenOneByOne() {
        assertThat(flow("""
                step a = shop.hold(id) compensate shop.cancel(id)
                step b = shop.book(a.number) compensate shop.cancel(id)
                step c = shop.book(b.number) compensate shop.cancel(id)
                """)).isEqualTo("a b c");
    }

    @Test
    void aStepThatAllWhichFollowWaitForDividesItsNeighbours() {
        assertThat(flow("""
                step a = shop.hold(id) compensate shop.cancel(id)
                step b = shop.hold(id) compensate shop.cancel(id)
                step c = shop.book("${a.number} ${b.number}") compensate shop.cancel(id)
                step d = shop.book(c.number) compensate shop.cancel(id)
                step e = shop.book(c.number) compensate shop.cancel(id)
                """)).isEqualTo("{a, b} c {d, e}");
    }

    @Test
    void allElseWaitsForAllThatIsWrittenBefore() {
        assertThat(flow("""
                step a = shop.reserve(id) compensate shop.cancel(id)
                step b = shop.reserve(id) compensate shop.cancel(id)
                wait 1m
                step c = shop.reserve(id) compensate shop.cancel(id)
                if express {
                  step d = shop.reserve(id) compensate shop.cancel(id)
                  step e = shop.reserve(id) compensate shop.cancel(id)
                }
                step f = shop.reserve(id) compensate shop.cancel(id)
                pivot step p = shop.pay(id)
                retriable step g = shop.send(id)
                retriable step h = shop.send(id)
                """)).isEqualTo("{a, b} Pause c Choice[{d, e}] f p g h");
    }

    @Test
    void aSagaThatIsSyncKeepsTheOrderWritten() {
        SagaPlan epic = SagaPlanner.plan(Definitions.model("""
                                package com.acme
                                participant shop { look(id: string): int }
                                saga S(id: string) epic {
                                  readonly step a = shop.look(id)
                                  readonly step b = shop.look(id)
                                }
                                """).sagas()).value().get(0);

        assertThat(inWords(epic.front().flow())).isEqualTo("a b");
    }

    private static String flow(String steps) {
        return inWords(parallel("", steps).front().flow());
    }

    private static String inWords(List<Action> block) {
        return block.stream().map(NeighboursTest::inWords).collect(Collectors.joining(" "));
    }

    private static String inWords(Action action) {
        if (action instanceof StepPlan step) {
            return step.name() + (step.after().isEmpty() ? "" : " after " + String.join(" ", step.after()));
        }
        if (action instanceof Action.Concurrent concurrent) {
            return concurrent.steps().stream().map(NeighboursTest::inWords).collect(Collectors.joining(", ", "{", "}"));
        }
        String kind = action.getClass().getSimpleName();
        return action instanceof Action.Choice choice ? kind + "[" + inWords(choice.then()) + "]" : kind;
    }
}
