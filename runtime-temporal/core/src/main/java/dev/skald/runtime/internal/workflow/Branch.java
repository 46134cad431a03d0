package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.DeclaredError;
import io.temporal.failure.TemporalFailure;
import java.util.Set;

/**
 * One of several branches that run at the same time, in a coroutine of its own. Why it leaves the saga's flow is kept;
 * what else goes wrong fails the workflow's task.
 */
public final class Branch {

    private final Place place;
    private final Set<StepEntry> past;
    private final Runnable body;
    private final Branches all;

    Branch(Place place, Set<StepEntry> past, Runnable body, Branches all) {
        this.place = place;
        this.past = past;
        this.body = body;
        this.all = all;
    }

    /** Runs it. Public because Temporal's lambdas can be serialized. */
    public void run() {
        place.enter();
        Strand strand = Strand.enter(past);
        try {
            Groups.whole(() -> {
                body.run();
                return past;
            });
        } catch (StepFailed | DeclaredError | TemporalFailure | Abandoned left) {
            all.left(left);
        } finally {
            all.ended(strand.past());
        }
    }
}
