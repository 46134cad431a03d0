package dev.skald.runtime.internal.worker;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.internal.wire.CallHeader;
import dev.skald.runtime.internal.wire.Failures;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;

/** Lets participant code see which call it answers, and turns a declared error that it throws into its wire form. */
final class AnsweringSide extends ActivityInboundCallsInterceptorBase {

    AnsweringSide(ActivityInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
        return CallHeader.answering(CallHeader.read(input.getHeader()), () -> answer(input));
    }

    private ActivityOutput answer(ActivityInput input) {
        try {
            return super.execute(input);
        } catch (DeclaredError error) {
            throw Failures.of(error);
        }
    }
}
