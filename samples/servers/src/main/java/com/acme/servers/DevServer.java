package com.acme.servers;

import dev.skald.runtime.AdminNotifier;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The development server of the {@code temporal} command: started on free ports of this machine, ended with the demo.
 */
public final class DevServer implements TemporalServer {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final RemoteServer server;

    private DevServer(Process process, RemoteServer server) {
        this.process = process;
        this.server = server;
    }

    /**
     * Looks for the {@code temporal} command on the PATH.
     *
     * @return the file, if there is one
     */
    public static Optional<Path> command() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "temporal"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param command the {@code temporal} command
     * @param admin is told of sagas that need help
     * @return the server, once it listens
     * @throws DemoFailed if it does not start
     */
    public static DevServer start(Path command, AdminNotifier admin) {
        try {
            List<Integer> ports = freePorts();
            Path output = Files.createTempFile("temporal", ".log");
            output.toFile().deleteOnExit();
            Process process = new ProcessBuilder(commandLine(command, ports.get(0), ports.get(1)))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-of-dev-server"));
            awaitListening(process, ports.get(0), output);
            return new DevServer(process, connect(ports.get(0), ports.get(1), admin));
        } catch (IOException failure) {
            throw DemoFailed.because("%s could not be started: %s.".formatted(command, failure.getMessage()));
        }
    }

    private static List<String> commandLine(Path command, int port, int webUiPort) {
        return List.of(
                command.toString(),
                "server",
                "start-dev",
                "--ip=" + LOOPBACK.getHostAddress(),
                "--port=" + port,
                "--ui-port=" + webUiPort,
                "--search-attribute=SagaState=Keyword",
                "--log-level=error");
    }

    private static RemoteServer connect(int port, int webUiPort, AdminNotifier admin) {
        WebUi webUi = new WebUi(URI.create("http://" + address(webUiPort)), "default");
        return RemoteServer.starting(address(port), webUi, PATIENCE, admin);
    }

    private static String address(int port) {
        return "%s:%d".formatted(LOOPBACK.getHostAddress(), port);
    }

    private static void awaitListening(Process process, int port, Path output) throws IOException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw DemoFailed.because("`temporal server start-dev` did not start: " + lastLine(output));
            }
            if (Instant.now().isAfter(deadline)) {
                process.destroy();
                throw DemoFailed.because("`temporal server start-dev` did not listen within %d seconds."
                        .formatted(PATIENCE.toSeconds()));
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String lastLine(Path output) throws IOException {
        return Files.readAllLines(output).stream()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElse("it said nothing.");
    }

    private static List<Integer> freePorts() throws IOException {
        // Both are held until both are known, so that they differ.
        try (ServerSocket first = new ServerSocket(0, 1, LOOPBACK);
                ServerSocket second = new ServerSocket(0, 1, LOOPBACK)) {
            return List.of(first.getLocalPort(), second.getLocalPort());
        }
    }

    @Override
    public String description() {
        return "a development server of the `temporal` command at " + server.address() + ".";
    }

    @Override
    public Optional<WebUi> webUi() {
        return server.webUi();
    }

    @Override
    public WorkflowClient client() {
        return server.client();
    }

    @Override
    public WorkerFactory workers() {
        return server.workers();
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        server.close();
        process.destroy();
    }
}
