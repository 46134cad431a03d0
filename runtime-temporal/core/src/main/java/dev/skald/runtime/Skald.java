package dev.skald.runtime;

import dev.skald.runtime.internal.client.SearchAttributes;
import dev.skald.runtime.internal.worker.SkaldInterceptor;
import dev.skald.runtime.internal.worker.SkaldPlugin;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowClientPlugin;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerPlugin;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds to an application's Temporal options what sagas and their participants need: every call carries its
 * {@link SagaCall}, and a {@link DeclaredError} crosses the wire as what it is.
 *
 * <p>Either method is enough where a worker factory is made of the client; both together do no harm, as long as only
 * one names an {@link AdminNotifier}.
 */
public final class Skald {

    private Skald() {}

    /**
     * Adds a plug-in to a client's options, so that every worker factory made of that client has what sagas need. What
     * the admin should know is logged as an error.
     *
     * @param options the application's own options, changed in place
     * @return the same builder
     */
    public static WorkflowClientOptions.Builder clientOptions(WorkflowClientOptions.Builder options) {
        return clientOptions(options, null);
    }

    /**
     * Adds a plug-in to a client's options, so that every worker factory made of that client has what sagas need, and
     * tells the admin in the application's own way.
     *
     * @param options the application's own options, changed in place
     * @param notifier tells the admin that a saga needs help; null to log it
     * @return the same builder
     */
    public static WorkflowClientOptions.Builder clientOptions(
            WorkflowClientOptions.Builder options, @Nullable AdminNotifier notifier) {
        WorkflowClientPlugin[] plugins = options.build().getPlugins();
        return options.setPlugins(Stream.concat(
                        Arrays.stream(plugins).filter(plugin -> !(plugin instanceof SkaldPlugin)),
                        Stream.of(new SkaldPlugin(notifier)))
                .toArray(WorkflowClientPlugin[]::new));
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
     * Adds to a worker factory's options what sagas need. Workers of sagas and workers of participants both need it; a
     * saga whose worker lacks it makes no call, and goes on by itself once a worker has it. What the admin should know
     * is logged as an error.
     *
     * @param options the application's own options, changed in place
     * @return the same builder
     */
    public static WorkerFactoryOptions.Builder workerFactoryOptions(WorkerFactoryOptions.Builder options) {
        return workerFactoryOptions(options, null);
    }

    /**
     * Adds to a worker factory's options what sagas need, and tells the admin in the application's own way.
     *
     * @param options the application's own options, changed in place
     * @param notifier tells the admin that a saga needs help; null to log it
     * @return the same builder
     */
    public static WorkerFactoryOptions.Builder workerFactoryOptions(
            WorkerFactoryOptions.Builder options, @Nullable AdminNotifier notifier) {
        WorkerPlugin[] plugins = options.build().getPlugins();
        Stream<WorkerPlugin> own = plugins == null ? Stream.empty() : Arrays.stream(plugins);
        return SkaldInterceptor.addTo(options)
                .setPlugins(Stream.concat(
                                own.filter(plugin -> !(plugin instanceof SkaldPlugin)),
                                Stream.of(new SkaldPlugin(notifier)))
                        .toArray(WorkerPlugin[]::new));
    }

    /**
     * Registers the search attribute {@code SagaState} in the client's namespace, so that sagas that need help are
     * found by it. Once is enough for a namespace; call it before the workers start, or have an operator do the same by
     * {@code temporal operator search-attribute create --name SagaState --type Keyword}. Sagas run without it, too.
     *
     * @param client the application's own client; it must be allowed to change the namespace
     * @throws IllegalStateException if the namespace has the attribute with another type, or does not show it
     * @throws io.grpc.StatusRuntimeException if the server cannot be reached or does not allow it
     */
    public static void registerSagaState(WorkflowClient client) {
        new SearchAttributes(client).registerSagaState();
    }
}
