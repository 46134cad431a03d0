package dev.skald.runtime.internal.worker;

import dev.skald.runtime.internal.wire.CallHeader;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;

/** Puts a saga's call into the header of the activity, or of the inner saga's workflow, that it is made by. */
final class AskingSide extends WorkflowOutboundCallsInterceptorBase {

    AskingSide(WorkflowOutboundCallsInterceptor next) {
        super(next);
    }

    @Override
    public <R> ActivityOutput<R> executeActivity(ActivityInput<R> input) {
        OutgoingCall call = OutgoingCall.current();
        if (call == null) {
            return super.executeActivity(input);
        }
        ActivityOutput<R> output = super.executeActivity(new ActivityInput<>(
                input.getActivityName(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                input.getOptions(),
                CallHeader.with(input.getHeader(), call.context())));
        call.sentAs(output.getActivityId());
        return output;
    }

    @Override
    public <R> ChildWorkflowOutput<R> executeChildWorkflow(ChildWorkflowInput<R> input) {
        OutgoingCall call = OutgoingCall.current();
        if (call == null) {
            return super.executeChildWorkflow(input);
        }
        ChildWorkflowOutput<R> output = super.executeChildWorkflow(new ChildWorkflowInput<>(
                input.getWorkflowId(),
                input.getWorkflowType(),
                input.getResultClass(),
                input.getResultType(),
                input.getArgs(),
                input.getOptions(),
                CallHeader.with(input.getHeader(), call.context())));
        call.sentAs(input.getWorkflowId());
        return output;
    }
}
