package dev.skald.runtime.internal.wire;

import io.temporal.common.converter.RawValue;
import io.temporal.workflow.SignalMethod;
import org.jspecify.annotations.Nullable;

/** What the links of a chain tell each other while they are under way. */
public interface LinkMessages {

    /** The signal by which a link has the next one stop. */
    String STOP = "skald.link.stop";

    /** The signal by which a link tells the one before it that something is stuck, or no longer is. */
    String NEWS = "skald.link.news";

    /** The signal by which a link answers the one before it where its workflow cannot by closing. */
    String ANSWER = "skald.link.answer";

    /**
     * Keeps what has not begun from beginning, unless the pivot was asked.
     *
     * @param stop why
     */
    @SignalMethod(name = STOP)
    void stop(LinkStop stop);

    /**
     * Something below is stuck, or no longer is.
     *
     * @param news what
     */
    @SignalMethod(name = NEWS)
    void news(LinkNews news);

    /**
     * The next link is over; Temporal closes it as cancelled, and that tells nothing.
     *
     * @param answer how it ended
     * @param result the saga's result, if it is completed
     */
    @SignalMethod(name = ANSWER)
    void answer(LinkAnswer answer, @Nullable RawValue result);
}
