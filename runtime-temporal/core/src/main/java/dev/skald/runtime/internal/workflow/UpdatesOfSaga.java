package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.internal.wire.Updates;
import dev.skald.runtime.internal.wire.Verb;
import dev.skald.runtime.internal.wire.VerbRequest;
import org.jspecify.annotations.Nullable;

/**
 * Hands what a saga is told to whom it concerns.
 *
 * @param helpdesk settles what is stuck
 * @param stops notes a cancel
 * @param early what the caller is told
 */
record UpdatesOfSaga(Helpdesk helpdesk, Stops stops, EarlyAnswer early) implements Updates {

    @Override
    public @Nullable Object answer() {
        return early.await();
    }

    @Override
    public void cancel(@Nullable VerbRequest request) {
        stops.cancel(request == null ? null : request.reason());
    }

    @Override
    public void checkCancel(@Nullable VerbRequest request) {
        stops.whyNot().ifPresent(why -> {
            throw Helpdesk.notAllowed("the saga cannot be cancelled: " + why);
        });
    }

    @Override
    public void retry(VerbRequest request) {
        helpdesk.settle(Verb.RETRY, request);
    }

    @Override
    public void checkRetry(@Nullable VerbRequest request) {
        helpdesk.check(Verb.RETRY, request);
    }

    @Override
    public void confirmDone(VerbRequest request) {
        helpdesk.settle(Verb.CONFIRM_DONE, request);
    }

    @Override
    public void checkConfirmDone(@Nullable VerbRequest request) {
        helpdesk.check(Verb.CONFIRM_DONE, request);
    }

    @Override
    public void confirmNotDone(VerbRequest request) {
        helpdesk.settle(Verb.CONFIRM_NOT_DONE, request);
    }

    @Override
    public void checkConfirmNotDone(@Nullable VerbRequest request) {
        helpdesk.check(Verb.CONFIRM_NOT_DONE, request);
    }

    @Override
    public void skip(VerbRequest request) {
        helpdesk.settle(Verb.SKIP, request);
    }

    @Override
    public void checkSkip(@Nullable VerbRequest request) {
        helpdesk.check(Verb.SKIP, request);
    }

    @Override
    public void abandon(VerbRequest request) {
        helpdesk.settle(Verb.ABANDON, request);
    }

    @Override
    public void checkAbandon(@Nullable VerbRequest request) {
        helpdesk.check(Verb.ABANDON, request);
    }
}
