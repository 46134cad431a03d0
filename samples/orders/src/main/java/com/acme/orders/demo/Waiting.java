package com.acme.orders.demo;

import com.acme.servers.DemoFailed;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for a saga to come to something that its status shows. */
final class Waiting {

    private static final Set<SagaState> ENDINGS =
            Set.of(SagaState.COMPLETED, SagaState.COMPENSATED, SagaState.RESOLVED_MANUALLY);

    private Waiting() {}

    /** The status once it is so, or when the time is up. */
    static SagaStatus until(SagaHandle<?> saga, Predicate<SagaStatus> reached, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        SagaStatus status = saga.status();
        while (!reached.test(status) && System.nanoTime() < end) {
            pause();
            status = saga.status();
        }
        return status;
    }

    static boolean isOver(SagaStatus status) {
        return ENDINGS.contains(status.state());
    }

    static boolean hasSomethingToShow(SagaStatus status) {
        return status.moment() != null || isOver(status);
    }

    static boolean nothingIsOnItsWay(SagaStatus status) {
        return status.steps().stream().noneMatch(step -> step.state() == StepState.COMPENSATING);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw DemoFailed.because("Interrupted.");
        }
    }
}
