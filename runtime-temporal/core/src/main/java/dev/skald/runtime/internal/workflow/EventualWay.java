package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import org.jspecify.annotations.Nullable;

/** A link of a saga that agrees in time: its step is asked for until it is done, and nothing is undone. */
final class EventualWay implements LinkWay {

    private final LinkParts link;
    private final Steps steps;

    private EventualWay(LinkParts link, Steps steps) {
        this.link = link;
        this.steps = steps;
    }

    /** A link that begins. */
    static EventualWay begin(LinkParts link, @Nullable Chain handed) {
        // A step that has begun is not stopped: a stop only keeps others from beginning.
        EventualWay way = new EventualWay(link, link.begin(handed, new Stops(), false));
        way.steps.goPastPivot();
        way.steps.keepRefused(link.standing()::failsOf);
        return way;
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public boolean isPastPivot() {
        return false;
    }

    @Override
    public boolean mustGoOn() {
        return true;
    }

    @Override
    public void handedOn(NextLink<?> next) {
        link.leaveTo(next);
    }

    @Override
    public void settle(StepFailed why, boolean isGivenUp) {}

    @Override
    public boolean isAsIfNothingHappened() {
        return !link.isAnythingDone();
    }
}
