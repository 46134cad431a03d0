package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A saga's loops, and its branches that run at the same time; the rounds of a loop know their number. */
public final class Loops {

    /** The failure type of a saga that was to go round more often than its definition allows. */
    public static final String TOO_MANY = "dev.skald.TooManyRounds";

    private final Supplier<Branches> branches;

    /**
     * The loops of a saga.
     *
     * @param branches makes branches at the place where they are to start
     */
    Loops(Supplier<Branches> branches) {
        this.branches = branches;
    }

    /**
     * Goes through a list, one round after the other.
     *
     * @param what the list in the definition's words
     * @param list the list
     * @param max how long it may be
     * @param <T> an element
     * @return the elements, to be gone through once
     */
    public <T> Iterable<T> each(String what, List<T> list, int max) {
        requireShort(what, list, max);
        return () -> new Rounds<>(list.iterator(), max);
    }

    /**
     * Goes through a list, several rounds at a time.
     *
     * @param what the list in the definition's words
     * @param list the list
     * @param max how long it may be
     * @param concurrency how many rounds may run at the same time
     * @param round generated code that makes one round
     * @param <T> an element
     */
    public <T> void eachAtOnce(String what, List<T> list, int max, int concurrency, Consumer<? super T> round) {
        if (concurrency < 1) {
            throw new IllegalArgumentException("at least one round must run at a time, not " + concurrency);
        }
        requireShort(what, list, max);
        Branches rounds = branches.get();
        for (int index = 0; index < list.size(); index++) {
            T element = list.get(index);
            rounds.start(index, max, concurrency, () -> round.accept(element));
        }
        rounds.join();
    }

    /**
     * Runs branches at the same time.
     *
     * @param bodies generated code, one for each branch
     */
    public void parallel(List<Runnable> bodies) {
        Branches all = branches.get();
        bodies.forEach(all::start);
        all.join();
    }

    private static void requireShort(String what, List<?> list, int max) {
        if (list.size() > max) {
            throw tooMany("%s has %d elements, and at most %d are allowed".formatted(what, list.size(), max));
        }
        if (Place.current().highest(max) > Integer.MAX_VALUE) {
            throw tooMany(what + " is in too many loops: its rounds cannot be numbered");
        }
    }

    private static StepFailed tooMany(String message) {
        return StepFailed.fault(ApplicationFailure.newBuilder()
                .setType(TOO_MANY)
                .setMessage(message)
                .setNonRetryable(true)
                .build());
    }
}
