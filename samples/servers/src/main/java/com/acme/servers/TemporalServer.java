package com.acme.servers;

import dev.skald.runtime.AdminNotifier;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.nio.file.Path;
import java.util.Optional;

/** A Temporal server that the demo runs on, with one worker factory for all of its workers. */
public interface TemporalServer extends AutoCloseable {

    /**
     * Opens the server that the options name; without one, the development server of the {@code temporal} command where
     * that is on the PATH, else the embedded one.
     *
     * @param options how the demo was called
     * @param admin is told of sagas that need help
     * @return the server
     * @throws DemoFailed if there is none, or none that could stay
     */
    static TemporalServer open(Options options, AdminNotifier admin) {
        if (options.target().isPresent()) {
            return RemoteServer.named(options.target().get(), options, admin);
        }
        Optional<Path> command = DevServer.command();
        if (command.isPresent()) {
            return DevServer.start(command.get(), admin);
        }
        if (options.stay()) {
            throw DemoFailed.misused("--stay needs a real server to look at: put the `temporal` command on the PATH,"
                    + " or name a server with --target HOST:PORT.");
        }
        return new EmbeddedServer(admin);
    }

    /** Which server it is, in a sentence or two. */
    String description();

    /** Where to look at its workflows; absent if it has no Web UI, or none was found. */
    Optional<WebUi> webUi();

    /** A client with all that sagas need. */
    WorkflowClient client();

    /** The factory of all workers that come and go with the server. */
    WorkerFactory workers();

    /** Comes back when the server has gone, or never. */
    void awaitEnd() throws InterruptedException;

    /** Ends the workers, and the server if the demo started it. */
    @Override
    void close();
}
