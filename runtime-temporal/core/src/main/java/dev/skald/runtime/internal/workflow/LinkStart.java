package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.Chain;
import dev.skald.runtime.LinkShape;
import io.temporal.failure.TemporalFailure;
import java.lang.reflect.Type;

/** Starts the next link of a chain, and goes on once the server has it. */
final class LinkStart {

    private final LinkParts link;
    private final LinkWay way;

    LinkStart(LinkParts link, LinkWay way) {
        this.link = link;
        this.way = way;
    }

    /** Starts it with an envelope, unless this link is stopped. */
    <R> NextLink<R> next(
            LinkShape next, Class<R> resultClass, Type resultType, Object envelope, boolean answersNobody) {
        link.stops().goOnUnlessStopped();
        StartedLink<R> started = untilStarted(next, handed(answersNobody), resultClass, resultType, envelope);
        NextLink<R> there = new NextLink<>(next, started, resultClass, resultType, link.stops());
        link.standing().handedOver(there);
        return there;
    }

    private Chain handed(boolean answersNobody) {
        Chain chain = link.place().chain();
        return new Chain(
                chain.sagaId(),
                chain.frontWorkflowId(),
                chain.deadline(),
                way.isPastPivot(),
                link.isAnythingDone(),
                answersNobody);
    }

    /** The id may be held by a link of an earlier saga that has not heard yet that it is to stop. */
    private <R> StartedLink<R> untilStarted(
            LinkShape next, Chain handed, Class<R> resultClass, Type resultType, Object envelope) {
        LinkPlace place = link.place();
        Stops stops = link.stops();
        Pauses pauses = new Pauses(place.own().call(), "start " + next.step().name());
        while (true) {
            try {
                return StartedLink.start(place.saga(), next, handed, resultClass, resultType, envelope);
            } catch (TemporalFailure held) {
                if (!way.mustGoOn()) {
                    throw StepFailed.fault(held);
                }
                pauses.pauseUnless(() -> stops.noted().isPresent());
                stops.goOnUnlessStopped();
            }
        }
    }
}
