package dev.skald.runtime.internal.wire;

import dev.skald.runtime.SagaState;
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

    /** The signal that tells the result of a step. */
    String RESULT = "skald.link.result";

    /** The signal by which a link tells the next one that it and all before it are done. */
    String TOKEN = "skald.link.token";

    /** The signal by which the last link tells those before it that all are done. */
    String ALL_DONE = "skald.link.allDone";

    /** The signal by which a link tells all others that the saga will not be completed. */
    String VERDICT = "skald.link.verdict";

    /** The signal by which the first link tells the others that the saga is over. */
    String FINAL = "skald.link.final";

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

    /**
     * A step is done, or is not taken.
     *
     * @param result which one
     * @param value what it answered, if it answered anything
     */
    @SignalMethod(name = RESULT)
    void result(LinkResult result, @Nullable RawValue value);

    /** All before this link are done. */
    @SignalMethod(name = TOKEN)
    void token();

    /** All links are done. */
    @SignalMethod(name = ALL_DONE)
    void allDone();

    /**
     * The saga will not be completed.
     *
     * @param verdict why
     */
    @SignalMethod(name = VERDICT)
    void verdict(LinkVerdict verdict);

    /**
     * The saga is over.
     *
     * @param state how
     */
    @SignalMethod(name = FINAL)
    void ends(SagaState state);
}
