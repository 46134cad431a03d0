package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.Workflow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits, in a link of a chain that works at once, for what the others tell; a verdict or a stop ends the waiting. */
final class LinkHearing {

    private final LinkPlace place;
    private final LinkTalk talk;
    private final Stops stops;
    private boolean ownIsOver;

    LinkHearing(LinkParts link) {
        this.place = link.place();
        this.talk = link.talk();
        this.stops = link.stops();
    }

    /** The link's own step is done. */
    void ownIsDone(@Nullable Object result) {
        ownIsOver = true;
        talk.done(place.own().name(), result);
    }

    /** The link's body is past its own step: if that is not done it was not taken. */
    void ownIsOver() {
        if (!ownIsOver) {
            ownIsOver = true;
            talk.skipped(place.own().name());
        }
    }

    /** Whether the link's own step is done or was not taken. */
    boolean isOwnOver() {
        return ownIsOver;
    }

    /** Whether the link leaves its body because the saga will not be completed. */
    boolean isLeft() {
        return talk.verdict().isPresent() || stops.noted().isPresent();
    }

    /** Returns when that has been heard, or leaves the body. */
    void until(Supplier<Boolean> what) {
        Workflow.await(() -> what.get() || isLeft());
        talk.verdict().ifPresent(verdict -> {
            throw verdict;
        });
        stops.goOnUnlessStopped();
    }
}
