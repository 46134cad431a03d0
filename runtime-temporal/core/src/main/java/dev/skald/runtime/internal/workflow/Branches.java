package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.internal.wire.Failures;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs branches at the same time. When one leaves the flow nothing new begins in the others, nor in those around them;
 * those in flight are waited for, and then the flow is left for the first one's reason.
 */
final class Branches {

    private final Place place;
    private final Siblings siblings;
    private final Consumer<StepFailed> whenOneFails;
    private final Set<StepEntry> past = Strand.current().past();
    private final List<Promise<Void>> started = new ArrayList<>();
    private final List<Set<StepEntry>> ends = new ArrayList<>();
    private int running;
    private boolean over;

    /**
     * Branches of the place where this is called.
     *
     * @param whenOneFails is told of each failure that keeps the saga from being completed
     */
    Branches(Consumer<StepFailed> whenOneFails) {
        Siblings around = Place.current().siblings();
        this.place = Place.current();
        this.siblings = around == null ? new Siblings() : around;
        this.whenOneFails = whenOneFails;
    }

    /** Starts a branch. */
    void start(Runnable body) {
        start(place, body);
    }

    /** Starts a branch that is one round of a loop, as soon as fewer than so many run. */
    void start(int index, int max, int concurrency, Runnable body) {
        Workflow.await(() -> running < concurrency);
        if (siblings.whyLeft().isEmpty()) {
            start(place.round(index, max), body);
        }
    }

    private void start(Place where, Runnable body) {
        running++;
        started.add(Async.procedure(new Branch(where.among(siblings), past, body, this)::run));
    }

    /** Returns when all are done, or leaves the flow. */
    void join() {
        await();
        Strand.current().joins(ends);
        siblings.whyLeft().ifPresent(why -> {
            throw why;
        });
    }

    /** Waits for all, because who has started them has left the flow; leaves it for the first reason there was. */
    void leave(RuntimeException why) {
        left(why);
        join();
    }

    private void await() {
        // Not only waits for them: what went wrong in one of them fails the workflow's task.
        Promise.allOf(started).get();
        over = true;
    }

    /** Whether all are done and somebody has waited for it. */
    boolean isOver() {
        return over;
    }

    /** One of them has left the flow. */
    void left(RuntimeException why) {
        if (why instanceof StepFailed failed) {
            failed(failed);
        } else if (why instanceof DeclaredError error) {
            failed(StepFailed.refused(Failures.inFlow(error)));
        } else if (why instanceof TemporalFailure failure) {
            failed(StepFailed.fault(failure));
        } else {
            siblings.left(why);
        }
    }

    private void failed(StepFailed failed) {
        boolean first = siblings.whyLeft().isEmpty();
        siblings.left(failed);
        if (first) {
            whenOneFails.accept(failed);
        }
    }

    void ended(Set<StepEntry> past) {
        ends.add(past);
        running--;
    }
}
