package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.function.BooleanSupplier;

/** Passes on, in a chain that works at once, that all up to this link are done. */
public final class LinkToken {

    private final LinkStanding standing;
    private final LinkTalk talk;
    private final Stops stops;
    private final LinkHearing hearing;
    private final LinkWatch watch;
    private final BooleanSupplier isPastPivot;

    /**
     * The token of a link.
     *
     * @param isPastPivot whether the link is the pivot's, or behind it
     */
    LinkToken(LinkParts link, LinkHearing hearing, LinkWatch watch, BooleanSupplier isPastPivot) {
        this.standing = link.standing();
        this.talk = link.talk();
        this.stops = link.stops();
        this.hearing = hearing;
        this.watch = watch;
        this.isPastPivot = isPastPivot;
    }

    /** Passes it on when that is so, and does not wait for it. */
    void passInTime() {
        Async.procedure(this::pass);
    }

    /**
     * Passes the token once the link has it and its own step is over; from then on a stop is for the links below to
     * take or leave, but that no link behind the pivot ever learns of one. Public because Temporal's lambdas can be
     * serialized.
     */
    public void pass() {
        Workflow.await(() -> isTooLate() || (hearing.isOwnOver() && talk.hasToken()));
        if (!isTooLate()) {
            stops.close("all before the next link is done");
            if (!isPastPivot.getAsBoolean()) {
                stops.passOn(watch::passOn);
            }
            talk.passToken();
        }
    }

    private boolean isTooLate() {
        return standing.isOver() || hearing.isLeft();
    }
}
