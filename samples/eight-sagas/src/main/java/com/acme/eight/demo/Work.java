package com.acme.eight.demo;

import com.acme.servers.Pause;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;

/** Makes services take their time, so that it can be seen what waits for what. */
final class Work extends WorkerInterceptorBase {

    static final double SECONDS = 0.2;

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new ActivityInboundCallsInterceptorBase(next) {
            private boolean isOfService;

            @Override
            public void init(ActivityExecutionContext context) {
                isOfService = !context.getInfo().getActivityType().startsWith("skald.");
                super.init(context);
            }

            @Override
            public ActivityOutput execute(ActivityInput input) {
                if (isOfService) {
                    Pause.of(Duration.ofMillis(Math.round(SECONDS * 1000)));
                }
                return super.execute(input);
            }
        };
    }
}
