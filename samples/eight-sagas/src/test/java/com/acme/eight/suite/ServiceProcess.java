package com.acme.eight.suite;

import com.acme.eight.participants.Service;
import com.acme.eight.participants.Services;
import dev.skald.runtime.SagaCall;
import dev.skald.runtime.Skald;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Some services in a process of their own. It ends when it is killed, or when the process that started it has ended.
 */
final class ServiceProcess {

    private ServiceProcess() {}

    /**
     * Starts the workers.
     *
     * @param arguments the server, the folder of the participants' files, and the services
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[0]).build());
        WorkflowClient client = WorkflowClient.newInstance(
                stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
        WorkerFactoryOptions options = WorkerFactoryOptions.newBuilder()
                .setWorkerInterceptors(new StandsStill(folder))
                .build();
        Services services = new Services(client, options, DiskShop.open(folder));
        for (int i = 2; i < arguments.length; i++) {
            services.up(Service.valueOf(arguments[i]));
        }
        while (System.in.read() >= 0) {
            // Nobody writes: it comes back when the other end is gone.
        }
        Runtime.getRuntime().halt(0);
    }

    /** The file that asks for a standstill after a step's effect. */
    static Path asked(Path folder, String step) {
        return folder.resolve("hold " + step);
    }

    /** The file that tells that somebody stands there. */
    static Path reached(Path folder, String step, String saga) {
        return folder.resolve("held " + step + " of " + saga.replace('/', '_'));
    }

    /** Stands still between the effect of a step and its answer, while that is asked for. */
    private static final class StandsStill extends WorkerInterceptorBase {

        private final Path folder;

        StandsStill(Path folder) {
            this.folder = folder;
        }

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
                    ActivityOutput answer = super.execute(input);
                    if (isOfService) {
                        stand(SagaCall.current());
                    }
                    return answer;
                }
            };
        }

        private void stand(SagaCall call) {
            while (Files.exists(asked(folder, call.step()))) {
                String saga = call.sagaId().substring(0, call.sagaId().lastIndexOf('/'));
                try {
                    Files.writeString(reached(folder, call.step(), saga), "");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
