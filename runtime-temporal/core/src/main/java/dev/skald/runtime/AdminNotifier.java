package dev.skald.runtime;

/**
 * Tells a person that a saga needs help: the application's own way to page, mail or post. Given to
 * {@link Skald#workerFactoryOptions(io.temporal.worker.WorkerFactoryOptions.Builder, AdminNotifier)} or
 * {@link Skald#clientOptions(io.temporal.client.WorkflowClientOptions.Builder, AdminNotifier)} of the worker that runs
 * the saga; without one the notice is logged as an error.
 *
 * <p>It is called as an activity: recorded in the saga's history and tried again until it returns, so that the same
 * notice may arrive more than once. The saga does not wait for it.
 */
@FunctionalInterface
public interface AdminNotifier {

    /**
     * Tells the admin.
     *
     * @param notice what is stuck, and what may be done about it
     * @throws Exception if the admin could not be told; it is tried again later
     */
    void notifyAdmin(AdminNotice notice) throws Exception;
}
