package dev.skald.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time that the participants alone need: the sum in sync sagas, the critical path in async ones. */
final class FlowTest {

    private static final Durations DURATIONS = new Durations(100, 200, 300);

    @Test
    void stepsThatNeedNothingOfEachOtherTakeTheLongestOfThem() {
        assertThat(ideals(Flow.FREE)).containsExactly(600, 300, 600, 300);
    }

    @Test
    void stepThatNeedsAnotherTakesThemBoth() {
        assertThat(ideals(Flow.CHAINED)).containsExactly(600, 400, 600, 400);
    }

    @Test
    void callerOfAnAtomicSagaWaitsForTheUndosToo() {
        assertThat(ideals(Flow.REFUSED)).containsExactly(900, 500, 600, 300);
    }

    @Test
    void callerOfAParallelIsToldWhenTheStepIsRefusedThoughOthersAreInFlight() {
        Durations slowSecond = new Durations(100, 900, 300);

        assertThat(Flow.REFUSED.ideal(Pattern.PARALLEL, slowSecond)).isEqualTo(300);
        assertThat(Flow.REFUSED.ideal(Pattern.FANTASY_FICTION, slowSecond)).isEqualTo(1800);
    }

    private static List<Integer> ideals(Flow flow) {
        return Arrays.stream(Pattern.values())
                .map(pattern -> flow.ideal(pattern, DURATIONS))
                .toList();
    }
}
