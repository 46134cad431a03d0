package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.UndoRecord;
import dev.skald.runtime.internal.wire.InnerNews;
import dev.skald.runtime.internal.wire.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Hands what sagas tell each other to whom it concerns.
 *
 * @param stops notes a cancel
 * @param inner the inner sagas that run
 */
record MessagesOfSaga(Stops stops, InnerWorkflows inner) implements Messages {

    @Override
    public void cancel(@Nullable String reason) {
        stops.cancel(reason);
    }

    @Override
    public void news(InnerNews news) {
        inner.news(news);
    }

    @Override
    public void handBack(UndoRecord undo) {
        inner.handBack(undo);
    }
}
