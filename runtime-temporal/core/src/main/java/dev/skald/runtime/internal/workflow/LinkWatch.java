package dev.skald.runtime.internal.workflow;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Async;

/** Watches the next link in a chain that works at once: that it never begins is a verdict. */
public final class LinkWatch {

    private final LinkStanding standing;
    private final LinkTalk talk;
    private final Stops stops;
    private final LinkHearing hearing;

    LinkWatch(LinkParts link, LinkHearing hearing) {
        this.standing = link.standing();
        this.talk = link.talk();
        this.stops = link.stops();
        this.hearing = hearing;
    }

    /** Begins to watch it, and does not wait for what comes of that. */
    void begin(NextLink<?> next) {
        Async.procedure(() -> watch(next));
    }

    /** Public because Temporal's lambdas can be serialized. */
    public void watch(NextLink<?> next) {
        next.untilBegun(() -> standing.isOver() || hearing.isLeft());
        next.neverBegun().ifPresent(why -> {
            talk.fails(StepFailed.fault(why));
            stops.stop(why);
        });
    }

    /** What comes too late to stop this link may stop the next one. */
    void passOn(ApplicationFailure reason) {
        standing.next().ifPresent(next -> Async.procedure(() -> stop(next, reason)));
    }

    /** Public because Temporal's lambdas can be serialized. */
    public void stop(NextLink<?> next, ApplicationFailure reason) {
        next.stop(reason);
        next.neverBegun().map(StepFailed::fault).ifPresent(talk::fails);
    }
}
