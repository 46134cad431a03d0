package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.LinkShape;
import io.temporal.common.converter.RawValue;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** How a link hands over to the next one: it waits for what that answers, or leaves the rest to it. */
final class HandOver {

    private final LinkParts link;
    private final LinkWay way;
    private final LinkStart start;

    HandOver(LinkParts link, LinkWay way) {
        this.link = link;
        this.way = way;
        this.start = new LinkStart(link, way);
    }

    /** Waits for the answer, which is passed on as it came. */
    @Nullable
    Object waiting(LinkShape next, Object envelope) {
        return waiting(next, RawValue.class, RawValue.class, envelope);
    }

    /** Waits for the answer. */
    <R> @Nullable R waiting(LinkShape next, Class<R> resultClass, Type resultType, Object envelope) {
        Object shown = link.journal().waits("the link " + next.step().name());
        try {
            return start.next(next, resultClass, resultType, envelope, false).untilAnswered(way.isPastPivot());
        } finally {
            link.journal().waited(shown);
        }
    }

    /** Goes on once the server has the next link. */
    void handingOn(LinkShape next, Object envelope) {
        way.handedOn(start.next(next, RawValue.class, RawValue.class, envelope, way.leavesNextAlone()));
    }
}
