package com.acme.orders.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.kill.WorkerProcess.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Starts worker processes that work in one folder, makes them stand still, and kills them. */
final class WorkerProcesses implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int KILLED = 128 + 9;

    private final String target;
    private final Path folder;
    private final Standstill standstill;
    private final List<Process> processes = new ArrayList<>();

    WorkerProcesses(String target, Path folder) {
        this.target = target;
        this.folder = folder;
        this.standstill = new Standstill(folder);
    }

    /** Starts a process. */
    Process start(Role... roles) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                target,
                folder.toString()));
        Arrays.stream(roles).map(Role::name).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        processes.add(process);
        return process;
    }

    /** Makes whoever gets to the point stand still there. */
    void holdAt(Point point) throws IOException {
        Files.createFile(standstill.asked(point));
    }

    /** Waits until somebody stands there. */
    void awaitStandstill(Point point) throws IOException, InterruptedException {
        await(point.toString(), () -> Files.exists(standstill.reached(point)));
    }

    /** Lets those who stand there go on, and all who get there later. */
    void free(Point point) throws IOException {
        Files.delete(standstill.asked(point));
    }

    /** Kills a process as {@code kill -9} does: nothing in it gets to know. */
    void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KILLED);
    }

    /** Waits for something that these processes bring about. */
    void await(String what, BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("%s never came; the processes said:%n%s", what, Files.readString(log()))
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }

    private Path log() {
        return folder.resolve("workers.log");
    }
}
