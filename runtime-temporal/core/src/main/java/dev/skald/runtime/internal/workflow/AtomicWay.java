package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.SagaState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A link of a saga that is all or nothing: it undoes its own step before the one above it does. */
final class AtomicWay implements LinkWay {

    private final LinkParts link;
    private final Steps steps;

    private AtomicWay(LinkParts link, Steps steps) {
        this.link = link;
        this.steps = steps;
    }

    /** A link that begins. */
    static AtomicWay begin(LinkParts link, @Nullable Chain handed) {
        AtomicWay way = new AtomicWay(link, link.begin(handed, link.stops(), true));
        if (link.place().chain().pastPivot()) {
            way.steps.goPastPivot();
        }
        return way;
    }

    @Override
    public Steps steps() {
        return steps;
    }

    @Override
    public boolean isPastPivot() {
        return steps.pastPivot();
    }

    @Override
    public boolean mustGoOn() {
        return isPastPivot();
    }

    @Override
    public void handedOn(NextLink<?> next) {
        link.leaveTo(next);
    }

    @Override
    public void settle(StepFailed why, boolean isGivenUp) {
        undoUnless(isGivenUp, why, NextLink::untilOver);
    }

    /** Undoes what may be undone, and waits for the next link in the given way. */
    void undoUnless(boolean isGivenUp, StepFailed why, Consumer<NextLink<?>> untilOver) {
        if (isGivenUp || isPastPivot()) {
            return;
        }
        LinkStanding standing = link.standing();
        link.stops().close("it is not completed, and what was done is being undone");
        standing.failsOf(why);
        link.journal().failsOf(why);
        if (!link.undos().isEmpty()
                || standing.next().filter(it -> !it.isOver()).isPresent()) {
            link.journal().compensating(SagaState.COMPENSATING);
        }
        standing.undoing();
        link.undos().undoAll();
        standing.undone();
        standing.next().ifPresent(untilOver);
    }

    @Override
    public boolean isAsIfNothingHappened() {
        return link.journal().isAllUndone() && !isPastPivot();
    }
}
