package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Steps that are asked until they are done: the pivot, and what comes after it. */
final class AskedUntilDoneTest {

    @Test
    void aRetriableStepSurvivesEveryFailureForThirtyDaysAndHealsItself() {
        SagaShape shape = shape(
                Trial.step("one").build(),
                StepShape.pivot("go").call(Trial.call()).build(),
                StepShape.retriable("tell").call(Trial.call()).build());
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            sagas.shop.on("tell", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            sagas.await("attention", () -> stateOf(handle, 2) == StepState.NEEDS_ATTENTION);
            sagas.skip(Duration.ofDays(30));

            SagaStatus status = handle.status();
            assertThat(status.state()).isEqualTo(SagaState.RUNNING);
            assertThat(status.steps().get(2).lastError()).contains("account is closed");
            assertThat(sagas.shop.callsOf("tell")).hasSizeGreaterThan(40);
            assertThat(sagas.events(handle)).hasSizeLessThan(2000);
            sagas.shop.mend("tell");
            assertThat(handle.result()).isEqualTo("done x");
            assertThat(stateOf(handle, 2)).isEqualTo(StepState.DONE);
            assertThat(sagas.shop.callsOf("tell").stream().distinct()).hasSize(1);
            assertThat(sagas.shop.effects()).containsExactly("one", "go", "tell");
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aPivotThatFailsForGoodIsAskedAgainWithTheSameKey() {
        SagaShape shape =
                shape(StepShape.pivot("go").call(Trial.call().limit(null)).build());
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            sagas.shop.on("go", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            sagas.await("attention", () -> stateOf(handle, 0) == StepState.NEEDS_ATTENTION);
            sagas.shop.mend("go");

            assertThat(handle.result()).isEqualTo("done x");
            assertThat(sagas.shop.callsOf("go").stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aReadonlyStepAfterThePivotIsAskedBeyondItsBound() {
        SagaShape shape = shape(
                StepShape.pivot("go").call(Trial.call()).build(),
                StepShape.readonly("look").call(Trial.call().attempts(2)).build());
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            sagas.shop.on("look", Behaviours.broken());
            SagaHandle<String> handle = Trial.client(sagas).start("1", "x");
            sagas.await("a third attempt", () -> {
                sagas.skip(Duration.ofSeconds(10));
                return sagas.shop.callsOf("look").size() > 2;
            });
            sagas.shop.mend("look");

            assertThat(handle.result()).isEqualTo("done x");
        }
    }

    private static StepState stateOf(SagaHandle<String> handle, int step) {
        var steps = handle.status().steps();
        return steps.isEmpty() ? StepState.PENDING : steps.get(step).state();
    }

    private static SagaShape shape(StepShape... steps) {
        return SagaShape.of("test.Trial", 1).steps(steps).build();
    }
}
