package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.LinkNews;

/**
 * What makes news worth telling.
 *
 * @param stuck the state that says what is stuck; {@code RUNNING} where nothing is
 * @param undoOn whether the link before may undo its step
 * @param stopped whether the chain has stopped
 */
record NewsKey(SagaState stuck, boolean undoOn, boolean stopped) {

    /** All is well. */
    static final NewsKey NONE = new NewsKey(SagaState.RUNNING, false, false);

    static NewsKey of(LinkNews news) {
        return new NewsKey(news.state().isStuck() ? news.state() : SagaState.RUNNING, news.undoOn(), news.stopped());
    }
}
