package dev.skald.runtime.internal.worker;

import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.AdminNotifier;
import dev.skald.runtime.internal.wire.NotifyAdmin;
import io.temporal.common.SimplePlugin;
import io.temporal.worker.TypeAlreadyRegisteredException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the workers of a factory fit for sagas: adds the interceptor, and the activity that notifies the admin. A
 * factory may have it twice, from its client and from its own options.
 */
public final class SkaldPlugin extends SimplePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(AdminNotifier.class);

    private final @Nullable AdminNotifier notifier;

    /**
     * A plug-in for one client or worker factory.
     *
     * @param notifier tells the admin, or null to log what the admin should know
     */
    public SkaldPlugin(@Nullable AdminNotifier notifier) {
        super("skald");
        this.notifier = notifier;
    }

    @Override
    public void configureWorkerFactory(WorkerFactoryOptions.Builder builder) {
        SkaldInterceptor.addTo(builder);
    }

    @Override
    public void initializeWorker(String taskQueue, Worker worker) {
        register(taskQueue, worker, new LinkHistories());
        if (notifier != null) {
            AdminNotifier own = notifier;
            worker.registerActivitiesImplementations((NotifyAdmin) own::notifyAdmin);
        }
    }

    /**
     * The default comes last, so that it does not take the place of a notifier that the application gives elsewhere.
     */
    @Override
    public void startWorker(String taskQueue, Worker worker, BiConsumer<String, Worker> next) {
        if (notifier == null) {
            register(taskQueue, worker, (NotifyAdmin) SkaldPlugin::log);
        }
        super.startWorker(taskQueue, worker, next);
    }

    private static void register(String taskQueue, Worker worker, Object activities) {
        try {
            worker.registerActivitiesImplementations(activities);
        } catch (TypeAlreadyRegisteredException another) {
            LOG.debug("the worker of {} has one: {}", taskQueue, another.getMessage());
        }
    }

    private static void log(AdminNotice notice) {
        LOG.error("{}", notice.inWords());
    }
}
