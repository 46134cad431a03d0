package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.IndexedValueType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sagas that need help are found by the search attribute SagaState, on a real server. */
@Tag("real-server")
final class SagaStateTest {

    private static final SagaShape THREE_STEPS = SagaShape.of("test.Trial", 1)
            .steps(
                    Trial.step("one").build(),
                    Trial.step("two").build(),
                    Trial.step("three").refusedBy(NotServed.TYPE).build())
            .build();

    @Test
    void itIsRegisteredWhereItIsMissingAndAgainWithoutHarm() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            Skald.registerSagaState(namespace.client);
            Skald.registerSagaState(namespace.client);

            namespace.start(THREE_STEPS);
            SagaHandle<String> handle = Trial.client(namespace.client).start("1", "x");

            assertThat(handle.result()).isEqualTo("done x");
            assertThat(namespace.sagaStateOf(handle)).contains("OK");
            assertThat(namespace.eventsOf(handle)).isEqualTo(23);
        }
    }

    @Test
    void aRefusedSagaShowsEachStateAtTheCostOfTwoEvents() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            Skald.registerSagaState(namespace.client);
            namespace.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            namespace.start(THREE_STEPS);
            SagaHandle<String> handle =
                    Trial.client(namespace.client, NotServed.TYPE).start("1", "x");

            assertThatThrownBy(handle::result).isInstanceOf(SagaFailed.class);

            assertThat(namespace.sagaStateOf(handle)).contains("COMPENSATED");
            assertThat(namespace.eventsOf(handle)).isEqualTo(37);
        }
    }

    @Test
    void allSagasWhoseCompensationFailedAreOneFilter() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            Skald.registerSagaState(namespace.client);
            namespace.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            namespace.shop.on("undo two", Behaviours.brokenForGood());
            namespace.start(THREE_STEPS);
            SagaHandle<String> handle =
                    Trial.client(namespace.client, NotServed.TYPE).start("1", "x");
            assertThatThrownBy(handle::result).isInstanceOf(SagaFailed.class);

            OwnNamespace.await(
                    "the saga in the filter", () -> namespace.count("SagaState = 'COMPENSATION_FAILED'") == 1);

            assertThat(namespace.notices).extracting(AdminNotice::step).containsExactly("two");
        }
    }

    @Test
    void aStepThatNeedsAttentionIsFoundAndNoLongerOnceItIsDone() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(StepShape.retriable("tell").call(Trial.call()).build())
                .build();
        try (OwnNamespace namespace = new OwnNamespace()) {
            Skald.registerSagaState(namespace.client);
            namespace.shop.on("tell", Behaviours.brokenForGood());
            namespace.start(shape);
            SagaHandle<String> handle = Trial.client(namespace.client).start("1", "x");

            OwnNamespace.await(
                    "attention",
                    () -> namespace
                            .sagaStateOf(handle)
                            .filter("NEEDS_ATTENTION"::equals)
                            .isPresent());
            namespace.shop.mend("tell");

            assertThat(handle.result()).isEqualTo("done x");
            assertThat(namespace.sagaStateOf(handle)).contains("COMPLETED");
        }
    }

    @Test
    void withoutItEverythingWorksAndCostsNoMore() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            namespace.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            namespace.start(THREE_STEPS);
            SagaHandle<String> handle =
                    Trial.client(namespace.client, NotServed.TYPE).start("1", "x");

            assertThatThrownBy(handle::result).isInstanceOf(SagaFailed.class);

            assertThat(namespace.sagaStateOf(handle)).isEmpty();
            assertThat(namespace.eventsOf(handle)).isEqualTo(35);
        }
    }

    @Test
    void aWrongTypeIsAnErrorThatSaysSo() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            namespace.addSearchAttribute("SagaState", IndexedValueType.INDEXED_VALUE_TYPE_INT);

            assertThatThrownBy(() -> Skald.registerSagaState(namespace.client))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has the type INT, and sagas need Keyword");
            namespace.start(THREE_STEPS);
            assertThat(Trial.client(namespace.client).execute("1", "x")).isEqualTo("done x");
        }
    }
}
