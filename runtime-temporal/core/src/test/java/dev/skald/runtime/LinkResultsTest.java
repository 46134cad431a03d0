package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.client.WorkflowClient;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What passes between the links of a chain: nothing at all, generic types, and results that there are not. */
final class LinkResultsTest {

    private static final StepShape COLLECTED = Relay.step("collected").build();
    private static final StepShape SORTED =
            Relay.step("sorted").refusedBy(NotServed.TYPE).build();
    private static final StepShape STORED = Relay.step("stored").build();
    private static final StepShape PIVOT = Relay.pivot("captured").build();
    private static final SagaShape SAGA = Relay.saga(COLLECTED, SORTED, STORED);
    private static final SagaShape TWO = Relay.saga(COLLECTED, SORTED);
    private static final SagaShape ENDLESS = Relay.saga(Relay.eventual("collected"), Relay.eventual("sorted"));

    @Test
    void aPhoneTagNeedsNoResult() {
        try (Sagas sagas =
                Ballad.started(TWO, (here, chain) -> handOver(here, TWO), (here, chain) -> take(here, chain))) {
            SagaHandle<Void> handle = withoutResult(TWO).on(client(sagas)).start("1", "x");

            assertThat(handle.result()).isNull();
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted");
        }
    }

    @Test
    void aRefusalOfASagaWithoutAResultReachesTheCaller() {
        try (Sagas sagas =
                Ballad.started(TWO, (here, chain) -> handOver(here, TWO), (here, chain) -> take(here, chain))) {
            sagas.shop.refuse("sorted");
            SagaHandle<Void> handle = withoutResult(TWO).on(client(sagas)).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
        }
    }

    private static @Nullable Object handOver(Ballad here, SagaShape saga) {
        here.link().atomic(() -> {
            here.take();
            here.link().handOver(Ballad.to(saga.steps().get(1)), "x");
        });
        return null;
    }

    private static @Nullable Object take(Ballad here, Optional<Chain> chain) {
        return here.link().atomic(chain.orElseThrow(), () -> here.take());
    }

    @Test
    void aTimeTravelNeedsNoResult() {
        Ballad.Verse last = (here, chain) -> here.link().eventual(chain.orElseThrow(), () -> here.take());
        try (Sagas sagas = Ballad.started(ENDLESS, (here, chain) -> waitEventually(here), last)) {
            SagaHandle<Void> handle =
                    withoutResult(ENDLESS).answersEarly().on(client(sagas)).start("1", "x");

            assertThat(handle.result()).isNull();
            sagas.awaitState(handle, SagaState.COMPLETED);
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted");
        }
    }

    private static @Nullable Object waitEventually(Ballad here) {
        here.link().eventual(() -> {
            here.take();
            here.link().handOver(Ballad.to(ENDLESS.steps().get(1)), "x");
        });
        return null;
    }

    @Test
    void anAnthologyNeedsNoResult() {
        Ballad.Verse last = (here, chain) -> here.link().eventual(chain.orElseThrow(), () -> here.take());
        try (Sagas sagas = Ballad.started(ENDLESS, (here, chain) -> handOn(here), last)) {
            SagaHandle<Void> handle =
                    withoutResult(ENDLESS).answersNobody().on(client(sagas)).start("1", "x");
            sagas.awaitState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted");
        }
    }

    private static @Nullable Object handOn(Ballad here) {
        here.link().eventual(() -> {
            here.take();
            here.link().handOn(Ballad.to(ENDLESS.steps().get(1)), "x");
        });
        return null;
    }

    @Test
    void aHorrorStoryNeedsNoResult() {
        Ballad.Verse last = (here, chain) -> here.link().atomicAtOnce(chain.orElseThrow(), () -> here.take());
        try (Sagas sagas = Ballad.started(TWO, (here, chain) -> handOnFirst(here), last)) {
            SagaHandle<Void> handle = withoutResult(TWO).on(client(sagas)).start("1", "x");

            assertThat(handle.result()).isNull();
            assertThat(sagas.shop.effects()).containsExactlyInAnyOrder("collected", "sorted");
            sagas.awaitState(handle, SagaState.COMPLETED);
        }
    }

    private static @Nullable Object handOnFirst(Ballad here) {
        here.link().atomicAtOnce(() -> {
            here.link().handOn(Ballad.to(SORTED), "x");
            here.take();
        });
        return null;
    }

    @Test
    void aGenericResultComesUpTheChainAsItIs() {
        Ballad.Verse first = (here, chain) -> here.link().atomic(() -> {
            here.take();
            return heaviest(here.link().handOver(Ballad.to(SORTED), Ballad.PARCELS, "x"));
        });
        Ballad.Verse middle = (here, chain) -> here.link().atomic(chain.orElseThrow(), () -> {
            here.take();
            return here.link().handOver(Ballad.to(STORED), "x");
        });
        Ballad.Verse last = (here, chain) -> here.link().atomic(chain.orElseThrow(), () -> here.pack());
        try (Sagas sagas = Ballad.started(SAGA, first, middle, last)) {
            assertThat(Relay.on(client(sagas), SAGA).start("1", "x").result())
                    .isEqualTo("ann 0.10000000000000000001, bob 2");
            assertThat(sagas.shop.effects()).containsExactly("collected", "sorted", "pack");
        }
    }

    @Test
    void aLinkThatTemporalClosesAsCancelledAnswersWithAGenericResultToo() {
        SagaShape saga = Relay.saga(COLLECTED, PIVOT);
        Ballad.Verse first = (here, chain) -> here.link().atomic(() -> {
            here.take();
            return heaviest(here.link().handOver(Ballad.to(PIVOT), Ballad.PARCELS, "x"));
        });
        Ballad.Verse last = (here, chain) -> here.link().atomic(chain.orElseThrow(), () -> here.pack());
        try (Sagas sagas = Ballad.started(saga, first, last)) {
            Behaviours.Held held = sagas.shop.hold("pack");
            SagaHandle<String> handle = Relay.on(client(sagas), saga).start("1", "x");
            cancelWhileAsked(sagas, held);

            assertThat(handle.result()).isEqualTo("ann 0.10000000000000000001, bob 2");
        }
    }

    @Test
    void aLinkThatTemporalClosesAsCancelledAnswersWithoutAResultToo() {
        SagaShape saga = Relay.saga(COLLECTED, PIVOT);
        try (Sagas sagas =
                Ballad.started(saga, (here, chain) -> handOver(here, saga), (here, chain) -> take(here, chain))) {
            Behaviours.Held held = sagas.shop.hold("captured");
            SagaHandle<Void> handle = withoutResult(saga).on(client(sagas)).start("1", "x");
            cancelWhileAsked(sagas, held);

            assertThat(handle.result()).isNull();
            sagas.awaitState(handle, SagaState.COMPLETED);
        }
    }

    private static void cancelWhileAsked(Sagas sagas, Behaviours.Held held) {
        held.awaitBegun();
        client(sagas).newUntypedWorkflowStub("Relay/1/captured").cancel();
        held.free();
    }

    @Test
    void aGenericResultIsToldToLinksThatWorkAtTheSameTime() {
        Ballad.Verse first = (here, chain) -> here.link().atomicAtOnce(() -> {
            here.link().handOn(Ballad.to(SORTED), "x");
            here.pack();
            return here.link().result(STORED, String.class);
        });
        Ballad.Verse middle = (here, chain) -> here.link().atomicAtOnce(chain.orElseThrow(), () -> {
            here.link().handOn(Ballad.to(STORED), "x");
            here.take();
        });
        try (Sagas sagas = Ballad.started(SAGA, first, middle, LinkResultsTest::tellParcels)) {
            assertThat(Relay.on(client(sagas), SAGA).start("1", "x").result())
                    .isEqualTo("ann 0.10000000000000000001, bob 2");
        }
    }

    private static @Nullable Object tellParcels(Ballad here, Optional<Chain> chain) {
        return here.link().atomicAtOnce(chain.orElseThrow(), () -> {
            List<Ballad.Parcel> parcels = here.link().result(COLLECTED, Ballad.PARCELS);
            assertThat(here.link().resultIfAny(COLLECTED, Ballad.PARCELS)).contains(parcels);
            here.say(heaviest(parcels));
        });
    }

    private static String heaviest(List<Ballad.Parcel> parcels) {
        return String.join(
                ", ",
                parcels.stream()
                        .map(parcel -> parcel.to() + " " + parcel.weight().add(BigDecimal.ZERO))
                        .toList());
    }

    @Test
    void aStepThatIsNotTakenHasNoResult() {
        Ballad.Verse first = (here, chain) -> here.link().atomicAtOnce(() -> {
            here.link().handOn(Ballad.to(SORTED), "x");
            here.take();
            return "sorted: " + here.link().resultIfAny(SORTED, String.class).isPresent();
        });
        Ballad.Verse skipped = (here, chain) ->
                here.link().atomicAtOnce(chain.orElseThrow(), () -> here.link().handOn(Ballad.to(STORED), "x"));
        Ballad.Verse last = (here, chain) -> here.link().atomicAtOnce(chain.orElseThrow(), () -> {
            here.say("sorted: " + here.link().resultIfAny(SORTED, String.class).isPresent());
        });
        try (Sagas sagas = Ballad.started(SAGA, first, skipped, last)) {
            SagaHandle<String> handle = Relay.on(client(sagas), SAGA).start("1", "x");

            assertThat(handle.result()).isEqualTo("sorted: false");
            assertThat(sagas.shop.effects()).containsExactlyInAnyOrder("collected", "sorted: false");
            sagas.awaitState(handle, SagaState.COMPLETED);
            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.SKIPPED, StepState.DONE);
        }
    }

    private static WorkflowClient client(Sagas sagas) {
        return sagas.temporal.getWorkflowClient();
    }

    private static SagaClient.Builder<Void> withoutResult(SagaShape saga) {
        return SagaClient.of("test.Relay", 1, Void.class)
                .taskQueue(Relay.queue(saga.steps().get(0).name()))
                .chain(saga.steps().stream().skip(1).map(StepShape::name).toArray(String[]::new))
                .errors(NotServed.TYPE);
    }
}
