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
    private boolean pastPivot;

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
            way.goPastPivot();
        }
        return way;
    }

    private void goPastPivot() {
        pastPivot = true;
        link.stops().closePastPivot();
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public boolean isPastPivot() {
        return pastPivot;
    }

    @Override
    public void awaitTurn() {
        if (link.place().own().kind().isPointOfNoReturn()) {
            goPastPivot();
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
