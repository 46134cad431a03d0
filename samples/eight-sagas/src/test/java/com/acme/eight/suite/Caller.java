package com.acme.eight.suite;

import com.acme.eight.Order;
import com.acme.eight.sagas.Counter;
import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.Outcome;
import dev.skald.runtime.SagaFailed;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Places an order as the saga's callers do, and waits for what they are told. */
final class Caller {

    /** A thread for each that waits. */
    static final Executor IN_BACKGROUND = command -> {
        Thread thread = new Thread(command);
        thread.setDaemon(true);
        thread.start();
    };

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CompletableFuture<String> answer;

    private Caller(CompletableFuture<String> answer) {
        this.answer = answer;
    }

    static Caller placing(Order order, Counter counter) {
        return new Caller(CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return counter.place(order, PATIENCE) instanceof Outcome.Done<Void> ? "COMPLETED" : "nothing";
                    } catch (SagaFailed failed) {
                        return failed.outcome() + ", " + why(failed.getCause());
                    }
                },
                IN_BACKGROUND));
    }

    private static String why(Throwable cause) {
        if (cause instanceof DeclaredError) {
            return cause.getClass().getSimpleName();
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("cancel") ? "cancelled" : message.contains("deadline") ? "deadline" : "no answer";
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    boolean isAnsweredWithin(Duration time) {
        try {
            answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What it was told; waits for it. */
    String answer() {
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
