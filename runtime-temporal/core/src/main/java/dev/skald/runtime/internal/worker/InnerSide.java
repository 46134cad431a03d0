package dev.skald.runtime.internal.worker;

import dev.skald.runtime.SagaCall;
import dev.skald.runtime.internal.wire.CallHeader;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import java.util.Optional;

/** Lets a saga's workflow see which saga has started it, and adds to its result what the outer one needs to undo it. */
final class InnerSide extends WorkflowInboundCallsInterceptorBase {

    InnerSide(WorkflowInboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public void init(WorkflowOutboundCallsInterceptor outboundCalls) {
        super.init(new AskingSide(outboundCalls));
    }

    @Override
    public WorkflowOutput execute(WorkflowInput input) {
        Optional<SagaCall> outer = CallHeader.read(input.getHeader());
        if (outer.isEmpty()) {
            return super.execute(input);
        }
        InnerSaga inner = InnerSaga.startedFor(outer.get());
        return new WorkflowOutput(inner.answer(super.execute(input).getResult()));
    }
}
