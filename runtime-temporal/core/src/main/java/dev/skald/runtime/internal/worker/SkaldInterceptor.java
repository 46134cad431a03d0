package dev.skald.runtime.internal.worker;

import dev.skald.runtime.internal.wire.CallHeader;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Both sides of a saga's calls: the worker that asks puts the call's context on, the worker that answers takes it off.
 */
public final class SkaldInterceptor extends WorkerInterceptorBase {

    /** An interceptor for one worker factory. */
    public SkaldInterceptor() {
        CallHeader.prepare();
    }

    /**
     * Adds one to a worker factory's options, behind the application's own.
     *
     * @param options the options, changed in place
     * @return the same builder
     */
    public static WorkerFactoryOptions.Builder addTo(WorkerFactoryOptions.Builder options) {
        WorkerInterceptor[] interceptors = options.build().getWorkerInterceptors();
        Stream<WorkerInterceptor> own = interceptors == null ? Stream.empty() : Arrays.stream(interceptors);
        return options.setWorkerInterceptors(Stream.concat(
                        own.filter(interceptor -> !(interceptor instanceof SkaldInterceptor)),
                        Stream.of(new SkaldInterceptor()))
                .toArray(WorkerInterceptor[]::new));
    }

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new InnerSide(next);
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new AnsweringSide(next);
    }
}
