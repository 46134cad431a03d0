package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;

/** Passes on, in a chain that works at once, that all up to this link are done. */
public final class LinkToken {

    private final LinkStanding standing;
    private final LinkTalk talk;
    private final Stops stops;
    private final LinkHearing hearing;
    private final LinkWatch watch;

    LinkToken(LinkParts link, LinkHearing hearing, LinkWatch watch) {
        this.standing = link.standing();
        this.talk = link.talk();
        this.stops = link.stops();
        this.hearing = hearing;
        this.watch = watch;
    }

    /** Passes it on when that is so, and does not wait for it. */
    void passInTime() {
        Async.procedure(this::pass);
    }

    /**
     * Passes the token once the link has it and its own step is over; from then on a stop is for the links below to
     * take or leave. Public because Temporal's lambdas can be serialized.
     */
    public void pass() {
        Workflow.await(() -> isTooLate() || (hearing.isOwnOver() && talk.hasToken()));
        if (!isTooLate()) {
            stops.close("all before the next link is done");
            stops.passOn(watch::passOn);
            talk.passToken();
        }
    }

    private boolean isTooLate() {
        return standing.isOver() || hearing.isLeft();
    }
}
