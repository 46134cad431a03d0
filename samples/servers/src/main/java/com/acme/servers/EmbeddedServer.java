package com.acme.servers;

import dev.skald.runtime.AdminNotifier;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import java.util.Optional;

/** Temporal's test server, in this process and in memory. It has no Web UI and forgets everything at the end. */
public final class EmbeddedServer implements TemporalServer {

    private final TestWorkflowEnvironment environment;

    /**
     * Starts it.
     *
     * @param admin is told of sagas that need help
     */
    public EmbeddedServer(AdminNotifier admin) {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(Skald.clientOptions(WorkflowClientOptions.newBuilder(), admin)
                        .build())
                .setUseTimeskipping(false)
                .build());
    }

    @Override
    public String description() {
        return """
                Temporal's embedded test server, in memory.
                With the `temporal` command on the PATH, or with --target HOST:PORT, it is a server with a Web UI.""";
    }

    @Override
    public Optional<WebUi> webUi() {
        return Optional.empty();
    }

    @Override
    public WorkflowClient client() {
        return environment.getWorkflowClient();
    }

    @Override
    public WorkerFactory workers() {
        return environment.getWorkerFactory();
    }

    @Override
    public void awaitEnd() {
        // It ends with this process.
    }

    @Override
    public void close() {
        environment.close();
    }
}
