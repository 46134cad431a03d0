package com.acme.servers;

import dev.skald.runtime.AdminNotifier;
import dev.skald.runtime.Skald;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A Temporal server that listens somewhere, whoever started it. */
public final class RemoteServer implements TemporalServer {

    private final String address;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final WorkerFactory workers;
    private final Optional<WebUi> webUi;

    private RemoteServer(
            String address, WorkflowServiceStubs stubs, String namespace, Optional<WebUi> webUi, AdminNotifier admin) {
        this.address = address;
        this.stubs = stubs;
        this.webUi = webUi;
        client = WorkflowClient.newInstance(
                stubs,
                Skald.clientOptions(WorkflowClientOptions.newBuilder(), admin)
                        .setNamespace(namespace)
                        .build());
        workers = WorkerFactory.newInstance(client);
    }

    /**
     * Connects to the server that the caller named.
     *
     * @param address of the form HOST:PORT
     * @param options its namespace and its Web UI
     * @param admin is told of sagas that need help
     * @return the server
     * @throws DemoFailed if none answers there
     */
    public static RemoteServer named(String address, Options options, AdminNotifier admin) {
        knock(address);
        WorkflowServiceStubs stubs = connect(address, options.namespace(), Duration.ofSeconds(5));
        return new RemoteServer(address, stubs, options.namespace(), WebUi.of(address, options), admin);
    }

    /** Waits for a server that is about to listen; the admin is told of sagas that need help. */
    static RemoteServer starting(String address, WebUi webUi, Duration atMost, AdminNotifier admin) {
        WorkflowServiceStubs stubs = connect(address, webUi.namespace(), atMost);
        return new RemoteServer(address, stubs, webUi.namespace(), Optional.of(webUi), admin);
    }

    /** Finds out at once, and without a word from gRPC, if nobody is there. */
    private static void knock(String address) {
        String host = address.substring(0, address.lastIndexOf(':'));
        try (Socket socket = new Socket()) {
            InetAddress machine = InetAddress.getByName(host);
            socket.connect(new InetSocketAddress(machine, Options.port(address)), 5_000);
        } catch (UnknownHostException unknown) {
            throw DemoFailed.because("No Temporal server answers at %s: the host is not known.".formatted(address));
        } catch (IOException nobody) {
            throw DemoFailed.because("No Temporal server answers at %s: nobody listens there.".formatted(address));
        }
    }

    private static WorkflowServiceStubs connect(String address, String namespace, Duration atMost) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
        try {
            stubs.connect(atMost);
            stubs.blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(namespace)
                            .build());
            return stubs;
        } catch (RuntimeException failure) {
            stubs.shutdownNow();
            throw DemoFailed.because(sentence(address, namespace, String.valueOf(failure.getMessage())));
        }
    }

    /** The message of a gRPC failure begins with its status code. */
    private static String sentence(String address, String namespace, String message) {
        return message.startsWith("NOT_FOUND")
                ? "The Temporal server at %s has no namespace `%s`.".formatted(address, namespace)
                : "No Temporal server answers at %s: %s.".formatted(address, message);
    }

    String address() {
        return address;
    }

    @Override
    public String description() {
        return "the Temporal server at " + address + ".";
    }

    @Override
    public Optional<WebUi> webUi() {
        return webUi;
    }

    @Override
    public WorkflowClient client() {
        return client;
    }

    @Override
    public WorkerFactory workers() {
        return workers;
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.awaitTermination(5, TimeUnit.SECONDS);
        stubs.shutdownNow();
    }
}
