package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.LinkAnswer;
import dev.skald.runtime.internal.wire.LinkMessages;
import dev.skald.runtime.internal.wire.LinkNews;
import dev.skald.runtime.internal.wire.LinkResult;
import dev.skald.runtime.internal.wire.LinkStop;
import dev.skald.runtime.internal.wire.LinkVerdict;
import io.temporal.common.converter.RawValue;
import org.jspecify.annotations.Nullable;

/**
 * Hands what links tell each other to whom it concerns.
 *
 * @param link the link's course
 */
record MessagesOfLink(LinkFlow link) implements LinkMessages {

    @Override
    public void stop(LinkStop stop) {
        link.stop(stop);
    }

    @Override
    public void news(LinkNews news) {
        link.hear(next -> next.hear(news));
    }

    @Override
    public void answer(LinkAnswer answer, @Nullable RawValue result) {
        link.hear(next -> next.hear(answer, result));
    }

    @Override
    public void result(LinkResult result, @Nullable RawValue value) {
        link.talk().hear(result, value);
    }

    @Override
    public void token() {
        link.talk().takeToken();
    }

    @Override
    public void allDone() {
        link.talk().hearAllDone();
    }

    @Override
    public void verdict(LinkVerdict verdict) {
        link.talk().hear(verdict);
    }

    @Override
    public void ends(SagaState state) {
        link.talk().ends(state);
    }
}
