package com.acme.orders.demo;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.util.Optional;

/** A Temporal server that the demo runs on, with one worker factory for all of its workers. */
interface TemporalServer extends AutoCloseable {

    /** Which server it is, in a sentence or two. */
    String description();

    /** Where to look at its workflows; absent if it has no Web UI, or none was found. */
    Optional<WebUi> webUi();

    WorkflowClient client();

    WorkerFactory workers();

    /** Comes back when the server has gone, or never. */
    void awaitEnd() throws InterruptedException;

    /** Ends the workers, and the server if the demo started it. */
    @Override
    void close();
}
