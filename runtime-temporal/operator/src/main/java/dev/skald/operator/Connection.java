package dev.skald.operator;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the sagas are: what the {@code temporal} command would connect to, unless told otherwise. */
final class Connection {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Option(names = "--profile", description = "a profile of the `temporal` command's configuration file")
    private @Nullable String profile;

    @Option(names = "--address", paramLabel = "HOST:PORT", description = "the server, instead of TEMPORAL_ADDRESS")
    private @Nullable String address;

    @Option(names = "--namespace", description = "the namespace, instead of TEMPORAL_NAMESPACE")
    private @Nullable String namespace;

    /**
     * Connects.
     *
     * @throws io.grpc.StatusRuntimeException if the server does not answer soon
     */
    Opened open() {
        ClientConfigProfile settings = settings();
        WorkflowServiceStubsOptions.Builder server =
                WorkflowServiceStubsOptions.newBuilder(settings.toWorkflowServiceStubsOptions());
        WorkflowClientOptions.Builder client = WorkflowClientOptions.newBuilder(settings.toWorkflowClientOptions());
        if (address != null) {
            server.setTarget(address);
        }
        if (namespace != null) {
            client.setNamespace(namespace);
        }
        return new Opened(WorkflowServiceStubs.newConnectedServiceStubs(server.build(), PATIENCE), client.build());
    }

    private ClientConfigProfile settings() {
        LoadClientConfigProfileOptions.Builder options = LoadClientConfigProfileOptions.newBuilder();
        if (profile != null) {
            options.setConfigFileProfile(profile);
        }
        try {
            return ClientConfigProfile.load(options.build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A connection that is closed again.
     *
     * @param server the connection
     * @param options of the client over it
     */
    record Opened(WorkflowServiceStubs server, WorkflowClientOptions options) implements AutoCloseable {

        WorkflowClient client() {
            return WorkflowClient.newInstance(server, options);
        }

        @Override
        public void close() {
            server.shutdownNow();
        }
    }
}
