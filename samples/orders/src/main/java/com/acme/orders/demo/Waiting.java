package com.acme.orders.demo;

import com.acme.servers.Pause;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import java.time.Duration;
import java.util.function.Predicate;

/** Waits for a saga to come to something that its status shows. */
final class Waiting {

    private Waiting() {}

    /** The status once it is so, or when the time is up. */
    static SagaStatus until(SagaHandle<?> saga, Predicate<SagaStatus> reached, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        SagaStatus status = saga.status();
        while (!reached.test(status) && System.nanoTime() < end) {
            Pause.of(Duration.ofMillis(100));
            status = saga.status();
        }
        return status;
    }

    static boolean isOver(SagaStatus status) {
        return status.state().isEnd();
    }

    static boolean hasSomethingToShow(SagaStatus status) {
        return status.moment() != null || isOver(status);
    }

    static boolean nothingIsOnItsWay(SagaStatus status) {
        return status.steps().stream().noneMatch(step -> step.state() == StepState.COMPENSATING);
    }
}
