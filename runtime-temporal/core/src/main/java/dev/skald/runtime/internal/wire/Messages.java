package dev.skald.runtime.internal.wire;

import dev.skald.runtime.UndoRecord;
import io.temporal.workflow.SignalMethod;
import org.jspecify.annotations.Nullable;

/** What a saga and one that it runs tell each other while both are under way. */
public interface Messages {

    /** The signal by which the outer saga has the inner one stop. */
    String CANCEL = "skald.cancel";

    /** The signal by which the inner saga, or its undoing, tells that it waits for an operator, or no longer does. */
    String NEWS = "skald.news";

    /** The signal by which an inner saga without a result hands back what it takes to undo it. */
    String HAND_BACK = "skald.handBack";

    /**
     * Cancels the inner saga: what it did is undone. Nothing happens where it is past its pivot.
     *
     * @param reason why
     */
    @SignalMethod(name = CANCEL)
    void cancel(@Nullable String reason);

    /**
     * An inner workflow waits for an operator, or no longer does.
     *
     * @param news which one, and where it stands
     */
    @SignalMethod(name = NEWS)
    void news(InnerNews news);

    /**
     * An inner saga is about to complete.
     *
     * @param undo what it takes to undo it
     */
    @SignalMethod(name = HAND_BACK)
    void handBack(UndoRecord undo);
}
