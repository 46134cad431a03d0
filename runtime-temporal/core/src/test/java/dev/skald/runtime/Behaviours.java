package dev.skald.runtime;

import com.acme.orders.NotServed;
import dev.skald.runtime.Shop.Behaviour;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The ways in which a participant can misbehave. */
final class Behaviours {

    private Behaviours() {}

    /** Throws each time, and nothing happens. */
    static Behaviour failing(Supplier<? extends RuntimeException> failure) {
        return new Behaviour() {
            @Override
            public <T> T answer(Supplier<T> effect) {
                throw failure.get();
            }
        };
    }

    /** Fails as a database that is not there does. */
    static Behaviour broken() {
        return failing(() -> new IllegalStateException("database is down"));
    }

    /** Fails in a way that Temporal does not retry. */
    static Behaviour brokenForGood() {
        return failing(() -> ApplicationFailure.newNonRetryableFailure("account is closed", "AccountClosed"));
    }

    /** Takes effect, and then fails to say so. */
    static Behaviour failingAfterItsEffect() {
        return new Behaviour() {
            @Override
            public <T> T answer(Supplier<T> effect) {
                T unused = effect.get();
                throw new IllegalStateException("connection lost after " + unused);
            }
        };
    }

    /** Takes effect, and then takes too long to say so. */
    static Behaviour slowAfterItsEffect(Duration time) {
        return new Behaviour() {
            @Override
            public <T> T answer(Supplier<T> effect) {
                T result = effect.get();
                LockSupport.parkNanos(time.toNanos());
                return result;
            }
        };
    }

    /** Fails the first time only. */
    static Behaviour failingOnce() {
        AtomicInteger attempts = new AtomicInteger();
        return new Behaviour() {
            @Override
            public <T> T answer(Supplier<T> effect) {
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("first time");
                }
                return effect.get();
            }
        };
    }

    /** Says when it has begun, and does not go on until it may. */
    static final class Held implements Behaviour {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);

        @Override
        public <T> T answer(Supplier<T> effect) {
            begun.countDown();
            await(free);
            return effect.get();
        }

        void awaitBegun() {
            await(begun);
        }

        void free() {
            free.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("waited too long");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Refuses when it may. */
    static final class Refusing implements Behaviour {

        private final Failing failing = new Failing(() -> new NotServed("Antarctica"));
        final Held held = failing.held;

        @Override
        public <T> T answer(Supplier<T> effect) {
            return failing.answer(effect);
        }
    }

    /** Fails when it may, and nothing happens. */
    static final class Failing implements Behaviour {

        final Held held = new Held();
        private final Supplier<? extends RuntimeException> failure;

        Failing(Supplier<? extends RuntimeException> failure) {
            this.failure = failure;
        }

        @Override
        public <T> T answer(Supplier<T> effect) {
            return held.answer(() -> {
                throw failure.get();
            });
        }
    }
}
