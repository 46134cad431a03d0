package com.acme.orders.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.OutOfStock;
import com.acme.orders.Reservation;
import com.acme.orders.participants.Ledger;
import com.acme.orders.participants.Ledger.Mark;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.SagaFence;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fence in a file, which is closed and opened again as if its process had been killed. */
final class FileSagaFenceTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @TempDir
    private Path folder;

    private FileSagaFence fence;

    @BeforeEach
    void open() {
        fence = FileSagaFence.open(folder, "inventory", line -> {});
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        fence.close();
    }

    @Test
    void everythingIsKnownAgainWhenTheFileIsOpenedAgain() {
        reserve("done");
        assertThatThrownBy(() -> refuse("refused")).isInstanceOf(OutOfStock.class);
        reserve("undone");
        release("undone");
        List<Ledger.Line> lines = fence.ledger().lines();

        reopen();

        assertThat(reserve("done")).isEqualTo(new Reservation("R-done"));
        assertThatThrownBy(() -> refuse("refused"))
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo("com.acme.orders.OutOfStock"));
        assertThatThrownBy(() -> reserve("undone"))
                .isInstanceOfSatisfying(
                        ApplicationFailure.class,
                        failure -> assertThat(failure.getType()).isEqualTo(SagaFence.AFTER_UNDO));
        release("undone");
        assertThat(fence.ledger().lines()).isEqualTo(lines);
        assertThat(marks()).containsExactly(Mark.DONE, Mark.REFUSED, Mark.DONE, Mark.UNDONE);
        assertThat(fence.ledger().moved("teapot")).isEqualTo(2);
    }

    @Test
    void turnThatWasTornWhileItWasWrittenHasNotHappened() throws IOException {
        reserve("first");
        int first = bytes().length;
        reserve("second");
        byte[] whole = bytes();
        for (int length = first; length < whole.length; length += 7) {
            fence.close();
            Files.write(file(), Arrays.copyOf(whole, length));
            open();
            assertThat(fence.ledger().moved("teapot")).isEqualTo(2);

            reserve("second");

            assertThat(fence.ledger().moved("teapot")).isEqualTo(4);
            assertThat(marks()).containsExactly(Mark.DONE, Mark.DONE);
        }
    }

    @Test
    void workThatFailsAfterItWroteHasNotHappenedWhenTheFileIsOpenedAgain() {
        reserve("first");
        assertThatThrownBy(() -> fence.once(call("second", Phase.DO), () -> {
                    fence.ledger().did(call("second", Phase.DO), "reserve 2 x teapot", Map.of("teapot", 2));
                    throw new IllegalStateException("the lights went out");
                }))
                .hasMessage("the lights went out");
        assertThatThrownBy(() -> reserve("third")).isInstanceOf(RuntimeException.class);

        reopen();

        assertThat(marks()).containsExactly(Mark.DONE);
        reserve("second");
        assertThat(marks()).containsExactly(Mark.DONE, Mark.DONE);
    }

    @Test
    void damageBeforeTheEndIsToldAndNotCutOff() throws IOException {
        reserve("first");
        reserve("second");
        fence.close();
        Files.writeString(file(), Files.readString(file()).replaceFirst("\\{", "?"));

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Line 1 of " + file());
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void secondAttemptWaitsForTheAnswerOfTheFirstAndNobodyElseDoes() {
        CompletableFuture<Reservation> first = inBackground(() -> reserve("one", this::hold));
        await(begun);
        CompletableFuture<Reservation> second = inBackground(() -> reserve("one"));

        reserve("other");
        assertStillWaits(second);
        free.countDown();

        assertThat(first).succeedsWithin(SOON).isEqualTo(new Reservation("R-one"));
        assertThat(second).succeedsWithin(SOON).isEqualTo(new Reservation("R-one"));
        assertThat(marks()).containsExactly(Mark.DONE, Mark.DONE);
    }

    @Test
    void undoWaitsForItsRequest() {
        CompletableFuture<Reservation> request = inBackground(() -> reserve("one", this::hold));
        await(begun);
        CompletableFuture<String> undo = inBackground(() -> {
            release("one");
            return "undone";
        });

        assertStillWaits(undo);
        free.countDown();

        assertThat(undo).succeedsWithin(SOON);
        assertThat(request).succeedsWithin(SOON);
        assertThat(marks()).containsExactly(Mark.DONE, Mark.UNDONE);
    }

    private Reservation reserve(String saga) {
        return reserve(saga, () -> {});
    }

    private Reservation reserve(String saga, Runnable before) {
        SagaCall call = call(saga, Phase.DO);
        return fence.once(call, Reservation.class, () -> {
            before.run();
            fence.ledger().did(call, "reserve 2 x teapot", Map.of("teapot", 2));
            return new Reservation("R-" + saga);
        });
    }

    private void refuse(String saga) {
        SagaCall call = call(saga, Phase.DO);
        fence.once(call, () -> {
            fence.ledger().refused(call, "reserve 2 x teapot");
            throw new OutOfStock("teapot");
        });
    }

    private void release(String saga) {
        SagaCall call = call(saga, Phase.UNDO);
        fence.undo(call, () -> fence.ledger().undid(call));
    }

    private void hold() {
        begun.countDown();
        await(free);
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, threads);
    }

    private static void assertStillWaits(CompletableFuture<?> call) {
        assertThatThrownBy(() -> call.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<Mark> marks() {
        return fence.ledger().lines().stream().map(Ledger.Line::mark).toList();
    }

    private void reopen() {
        fence.close();
        open();
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file());
    }

    private Path file() {
        return folder.resolve("inventory.jsonl");
    }

    private static SagaCall call(String saga, Phase phase) {
        return new SagaCall("PlaceOrder/" + saga + "/run", "com.acme.orders.PlaceOrder", "reservation", 0, phase, null);
    }
}
