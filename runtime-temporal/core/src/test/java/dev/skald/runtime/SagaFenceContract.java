package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.skald.runtime.SagaCall.Phase;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SagaFence} must do, wherever it keeps its entries: each implementation has a test that extends
 * this. It is the project's own until there is an artifact of test support to publish it in.
 */
public abstract class SagaFenceContract {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger worked = new AtomicInteger();
    private final AtomicInteger undone = new AtomicInteger();

    /**
     * The fence to be held to the contract.
     *
     * @return each time the same, empty at the beginning of a test
     */
    protected abstract SagaFence fence();

    @AfterEach
    final void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    final void sameRequestHasTheSameAnswerAndIsDoneOnce() {
        Booking first = fence().once(request("one"), Booking.class, this::book);
        Booking again = fence().once(request("one"), Booking.class, this::book);

        assertThat(again).isEqualTo(first).isEqualTo(booking(1));
        assertThat(worked).hasValue(1);
    }

    @Test
    final void answersOfGenericTypesAreGivenAgain() {
        ResultType<List<Booking>> bookings = new ResultType<>() {};
        ResultType<Optional<Booking>> noBooking = new ResultType<>() {};
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(fence().once(request("one"), bookings, () -> List.of(book(), book())))
                    .containsExactly(booking(1), booking(2));
            assertThat(fence().once(request("two"), noBooking, Optional::<Booking>empty))
                    .isEmpty();
        }
    }

    @Test
    final void whatHasNoAnswerIsDoneOnce() {
        fence().once(request("one"), this::work);
        fence().once(request("one"), this::work);

        assertThat(worked).hasValue(1);
    }

    @Test
    final void anotherStepAnotherRoundAndAnotherSagaAreOtherRequests() {
        List<SagaCall> requests = List.of(
                request("one"),
                request("two"),
                new SagaCall("Trip/1/run", "Trip", "one", 1, Phase.DO, null),
                new SagaCall("Trip/1/run-2", "Trip", "one", 0, Phase.DO, null));

        requests.forEach(request -> fence().once(request, this::work));
        fence().undo(undo("one"), this::takeBack);

        assertThat(worked).hasValue(4);
        requests.stream().skip(1).forEach(request -> fence().once(request, this::work));
        assertThat(worked).hasValue(4);
    }

    @Test
    final void refusalIsAnAnswerAndIsGivenAgainAsItCrossedTheWire() {
        Full first = catchThrowableOfType(Full.class, () -> fence().once(request("one"), Booking.class, this::refuse));
        ApplicationFailure again = failure(() -> fence().once(request("one"), Booking.class, this::refuse));

        assertThat(first.errorFields()).isEqualTo(new Full.Fields(1, new BigDecimal("7.50")));
        assertThat(again.getType()).isEqualTo("com.acme.trips.Full");
        assertThat(again.getOriginalMessage()).isEqualTo("Full");
        assertThat(again.isNonRetryable()).isTrue();
        assertThat(again.getDetails().get(Full.Fields.class)).isEqualTo(first.errorFields());
        assertThat(worked).hasValue(1);
    }

    @Test
    final void anythingElseIsNoAnswerAndTheNextAttemptWorksAnew() {
        assertThatThrownBy(() -> fence().once(request("one"), Booking.class, this::breakDown))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the lights went out");

        assertThat(fence().once(request("one"), Booking.class, this::book)).isEqualTo(booking(2));
    }

    @Test
    final void nothingIsNoAnswerEither() {
        assertThatThrownBy(() -> fence().once(request("one"), Booking.class, SagaFenceContract::nothing))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining(request("one").key());

        assertThat(fence().once(request("one"), Booking.class, this::book)).isEqualTo(booking(1));
    }

    @Test
    final void undoIsDoneOnce() {
        fence().once(request("one"), this::work);
        fence().undo(undo("one"), this::takeBack);
        fence().undo(undo("one"), this::takeBack);

        assertThat(undone).hasValue(1);
    }

    @Test
    final void afterItsUndoARequestIsRefusedForGoodThoughItWasAnsweredBefore() {
        fence().once(request("one"), Booking.class, this::book);
        fence().undo(undo("one"), this::takeBack);

        assertRefusedAfterUndo("one");
        assertThat(worked).hasValue(1);
    }

    @Test
    final void undoWithoutItsRequestSucceedsAndTheLateRequestIsRefusedForGood() {
        fence().undo(undo("one"), this::takeBack);

        assertRefusedAfterUndo("one");
        assertThat(undone).hasValue(0);
        assertThat(worked).hasValue(0);
    }

    @Test
    final void whatWasRefusedNeedsNoUndo() {
        assertThatThrownBy(() -> fence().once(request("one"), Booking.class, this::refuse))
                .isInstanceOf(Full.class);
        fence().undo(undo("one"), this::takeBack);

        assertThat(undone).hasValue(0);
        assertRefusedAfterUndo("one");
    }

    @Test
    final void whatBrokeDownNeedsNoUndo() {
        assertThatThrownBy(() -> fence().once(request("one"), Booking.class, this::breakDown))
                .isInstanceOf(IllegalStateException.class);
        fence().undo(undo("one"), this::takeBack);

        assertThat(undone).hasValue(0);
    }

    @Test
    final void undoThatFailsIsNotDoneAndCanBeAskedForAgain() {
        fence().once(request("one"), Booking.class, this::book);
        assertThatThrownBy(() -> fence().undo(undo("one"), this::breakDown)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fence().undo(undo("one"), this::refuse)).isInstanceOf(Full.class);

        assertThat(fence().once(request("one"), Booking.class, this::book)).isEqualTo(booking(1));
        fence().undo(undo("one"), this::takeBack);
        assertThat(undone).hasValue(1);
    }

    @Test
    final void attemptThatComesWhileAnEarlierOneStillWorksGetsItsAnswer() {
        Held held = new Held();
        CompletableFuture<Booking> first = inBackground(() -> held.before(this::book));
        held.awaitBegun();
        CompletableFuture<Booking> second = inBackground(this::book);

        assertStillWaits(second);
        held.free();

        assertThat(first).succeedsWithin(SOON).isEqualTo(booking(1));
        assertThat(second).succeedsWithin(SOON).isEqualTo(booking(1));
        assertThat(worked).hasValue(1);
    }

    @Test
    final void attemptThatWaitedForOneThatBreaksDownWorksItself() {
        Held held = new Held();
        CompletableFuture<Booking> first = inBackground(() -> held.before(this::breakDown));
        held.awaitBegun();
        CompletableFuture<Booking> second = inBackground(this::book);

        held.free();

        assertThat(second).succeedsWithin(SOON).isEqualTo(booking(2));
        assertThat(first).failsWithin(SOON);
    }

    @Test
    final void undoThatComesWhileItsRequestStillWorksWaitsAndThenUndoes() {
        Held held = new Held();
        CompletableFuture<Booking> request = inBackground(() -> held.before(this::book));
        held.awaitBegun();
        CompletableFuture<Void> undo =
                CompletableFuture.runAsync(() -> fence().undo(undo("one"), this::takeBack), threads);

        assertStillWaits(undo);
        assertThat(undone).hasValue(0);
        held.free();

        assertThat(request).succeedsWithin(SOON).isEqualTo(booking(1));
        assertThat(undo).succeedsWithin(SOON);
        assertThat(undone).hasValue(1);
        assertRefusedAfterUndo("one");
    }

    @Test
    final void callsOfOtherStepsDoNotWait() {
        Held held = new Held();
        CompletableFuture<Booking> request = inBackground(() -> held.before(this::book));
        held.awaitBegun();

        CompletableFuture<Void> others = CompletableFuture.runAsync(
                () -> {
                    for (int step = 2; step <= 100; step++) {
                        fence().once(request("step" + step), this::work);
                        fence().undo(undo("step" + step), this::takeBack);
                    }
                },
                threads);

        assertThat(others).succeedsWithin(SOON);
        assertThat(request).isNotDone();
        held.free();
        assertThat(request).succeedsWithin(SOON);
    }

    @Test
    final void manyAttemptsAtOnceAreOne() {
        List<CompletableFuture<Booking>> attempts =
                Stream.generate(() -> inBackground(this::book)).limit(20).toList();

        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(attempt).succeedsWithin(SOON).isEqualTo(booking(1)));
        assertThat(worked).hasValue(1);
    }

    @Test
    final void workMustNotAnswerItsOwnStepAgain() {
        assertThatThrownBy(() -> fence().once(request("one"), () -> fence().once(request("one"), this::work)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(worked).hasValue(0);
    }

    @Test
    final void requestsAndUndosAreNotMixedUp() {
        assertThatThrownBy(() -> fence().once(undo("one"), this::work))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("undo(...)");
        assertThatThrownBy(() -> fence().undo(request("one"), this::takeBack))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("once(...)");

        assertThat(worked).hasValue(0);
        assertThat(undone).hasValue(0);
    }

    private void assertRefusedAfterUndo(String step) {
        ApplicationFailure late = failure(() -> fence().once(request(step), Booking.class, this::book));
        assertThat(late.getType()).isEqualTo("dev.skald.AfterUndo");
        assertThat(late.getOriginalMessage()).contains(request(step).key());
        assertThat(late.isNonRetryable()).isTrue();
    }

    /** The failure as the one who asked gets to see it. */
    private static ApplicationFailure failure(Runnable call) {
        ApplicationFailure thrown = catchThrowableOfType(ApplicationFailure.class, call::run);
        DefaultDataConverter wire = DefaultDataConverter.newDefaultInstance();
        return (ApplicationFailure) wire.failureToException(wire.exceptionToFailure(thrown));
    }

    private static void assertStillWaits(CompletableFuture<?> call) {
        assertThatThrownBy(() -> call.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private CompletableFuture<Booking> inBackground(Supplier<Booking> work) {
        return CompletableFuture.supplyAsync(() -> fence().once(request("one"), Booking.class, work), threads);
    }

    private void work() {
        worked.incrementAndGet();
    }

    private void takeBack() {
        undone.incrementAndGet();
    }

    private Booking book() {
        return booking(worked.incrementAndGet());
    }

    private Booking refuse() {
        throw new Full(worked.incrementAndGet(), new BigDecimal("7.50"));
    }

    private Booking breakDown() {
        worked.incrementAndGet();
        throw new IllegalStateException("the lights went out");
    }

    // What code that knows no null annotations may do.
    @SuppressWarnings("NullAway")
    private static Booking nothing() {
        return null;
    }

    private static Booking booking(int number) {
        return new Booking("B-" + number, new BigDecimal("59.80"));
    }

    private static SagaCall request(String step) {
        return new SagaCall("Trip/1/run", "Trip", step, 0, Phase.DO, "BOOKING");
    }

    private static SagaCall undo(String step) {
        return new SagaCall("Trip/1/run", "Trip", step, 0, Phase.UNDO, null);
    }

    /** An answer. */
    public record Booking(String code, BigDecimal price) {}

    /** A declared error, as it would be generated. */
    public static final class Full extends DeclaredError {

        private static final ErrorType<Full> TYPE = ErrorType.of("com.acme.trips.Full", Fields.class, Full::new);
        private static final long serialVersionUID = 1L;

        private Full(int seats, BigDecimal price) {
            this(new Fields(seats, price));
        }

        private Full(Fields fields) {
            super(TYPE, fields);
        }

        /** What crosses the wire. */
        public record Fields(int seats, BigDecimal price) {}
    }

    /** Holds work before it begins, until it may. */
    private static final class Held {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        <T> T before(Supplier<T> work) {
            begun.countDown();
            await(free);
            return work.get();
        }

        void awaitBegun() {
            await(begun);
        }

        void free() {
            free.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
