package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import org.jspecify.annotations.Nullable;

/**
 * A link of a saga that agrees in time: its step is asked for until it is done, and nothing is undone. Once the pivot
 * is asked nothing keeps the links behind it from beginning, either.
 */
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
        if (link.place().chain().pastPivot()) {
            link.stops().closePastPivot();
        }
        return way;
    }

    @Override
    public Steps steps() {
        return steps;
    }

    /** Nothing else closes a link to stops where nothing is undone. */
    @Override
    public boolean isPastPivot() {
        return !link.stops().isOpen();
    }

    @Override
    public void awaitTurn() {
        if (link.place().own().kind().isPointOfNoReturn()) {
            link.stops().closePastPivot();
        }
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
