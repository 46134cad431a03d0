package com.acme.eight.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.eight.participants.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Starts processes of services that work in one folder, makes them stand still, and kills them. */
final class Processes implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    private final String target;
    private final Path folder;
    private final List<Process> started = new ArrayList<>();

    Processes(String target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** Starts a process with the workers of these services. */
    Process start(Set<Service> services) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ServiceProcess.class.getName(),
                target,
                folder.toString()));
        services.forEach(service -> command.add(service.name()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("services.log").toFile()))
                .start();
        started.add(process);
        return process;
    }

    /** From now on whoever has done the step stands still before it answers. */
    void hold(String step) throws IOException {
        Files.createFile(ServiceProcess.asked(folder, step));
    }

    /** Whether somebody stands there with this order. */
    boolean isHeld(String step, UUID orderId) {
        return Files.exists(ServiceProcess.reached(folder, step, "PlaceOrder/" + orderId));
    }

    void free(String step) throws IOException {
        Files.delete(ServiceProcess.asked(folder, step));
    }

    /** Kills a process as {@code kill -9} does: nothing in it gets to know. */
    void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KILLED);
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }
}
