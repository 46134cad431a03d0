package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a saga may decide by. */
final class DecisionsTest {

    private static final StepShape FIRST = Trial.step("first").build();
    private static final SagaShape SHAPE = Tale.atomic(FIRST);

    @Test
    void aConstantThatIsNotKnownIsNoGroundForADecisionAndWhatWasDoneIsUndone() {
        try (Sagas sagas = Tale.started(SHAPE, DecisionsTest::decide)) {
            SagaHandle<String> handle = Tale.client(sagas).start("1", List.of("AIR"));
            assertThat(handle.result()).isEqualTo("AIR");

            SagaHandle<String> other = Tale.client(sagas).start("2", List.of("UNRECOGNIZED"));
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, other::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed)
                    .cause()
                    .hasMessageContaining("the saga decides by a Way that this version does not know");
            assertThat(other.status().undone()).containsExactly("first");
        }
    }

    private static String decide(Tale.Run tale, List<String> items) {
        tale.take(FIRST, "x");
        Way way = Way.valueOf(items.get(0));
        return SagaRun.known(way) == Way.AIR ? "AIR" : "ROAD";
    }

    private enum Way {
        AIR,
        UNRECOGNIZED
    }
}
