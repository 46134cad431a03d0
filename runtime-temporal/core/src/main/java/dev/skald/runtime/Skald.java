package dev.skald.runtime;

import dev.skald.runtime.internal.SkaldInterceptor;
import dev.skald.runtime.internal.SkaldPlugin;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Adds to an application's Temporal options what sagas and their participants need: every call carries its
 * {@link SagaCall}, and a {@link DeclaredError} crosses the wire as what it is.
 *
 * <p>Either method is enough where a worker factory is made of the client; both together do no harm.
 */
public final class Skald {

    private Skald() {}

    /**
     * Adds a plug-in to a client's options, so that every worker factory made of that client has what sagas need.
     *
     * @param options the application's own options, changed in place
     * @return the same builder
     */
    public static WorkflowClientOptions.Builder clientOptions(WorkflowClientOptions.Builder options) {
        var plugins = options.build().getPlugins();
        if (Arrays.stream(plugins).noneMatch(SkaldPlugin.class::isInstance)) {
            var extended = Arrays.copyOf(plugins, plugins.length + 1);
            extended[plugins.length] = new SkaldPlugin();
            options.setPlugins(extended);
        }
        return options;
    }

    /**
     * The worker of a task queue, made at the first call: several participants, or a saga and a participant, may share
     * one queue.
     *
     * @param factory the application's own factory, not started yet
     * @param taskQueue the task queue
     * @return the factory's worker of that queue
     */
    public static Worker worker(WorkerFactory factory, String taskQueue) {
        Worker known = factory.tryGetWorker(taskQueue);
        return known == null ? factory.newWorker(taskQueue) : known;
    }

    /**
     * Adds an interceptor to a worker factory's options. Workers of sagas and workers of participants both need it; a
     * saga whose worker lacks it makes no call, and goes on by itself once a worker has it.
     *
     * @param options the application's own options, changed in place
     * @return the same builder
     */
    public static WorkerFactoryOptions.Builder workerFactoryOptions(WorkerFactoryOptions.Builder options) {
        WorkerInterceptor[] interceptors = options.build().getWorkerInterceptors();
        Stream<WorkerInterceptor> own = interceptors == null ? Stream.empty() : Arrays.stream(interceptors);
        return options.setWorkerInterceptors(Stream.concat(
                        own.filter(interceptor -> !(interceptor instanceof SkaldInterceptor)),
                        Stream.of(new SkaldInterceptor()))
                .toArray(WorkerInterceptor[]::new));
    }
}
