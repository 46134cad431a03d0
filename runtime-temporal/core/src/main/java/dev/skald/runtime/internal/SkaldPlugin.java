package dev.skald.runtime.internal;

import dev.skald.runtime.Skald;
import io.temporal.common.SimplePlugin;
import io.temporal.worker.WorkerFactoryOptions;

/** Carries the interceptor from a client's options into every worker factory made of that client. */
public final class SkaldPlugin extends SimplePlugin {

    /** A plug-in for one client. */
    public SkaldPlugin() {
        super("skald");
    }

    @Override
    public void configureWorkerFactory(WorkerFactoryOptions.Builder builder) {
        Skald.workerFactoryOptions(builder);
    }
}
