package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts processes of the sample's projects on one Temporal server, and kills them. */
final class Processes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int KILLED = 128 + 9;

    private final String target;
    private final Path folder;
    private final List<Process> all = new ArrayList<>();

    Processes(String target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** Starts a class of a project; what it prints is added to {@link #output}. */
    Process start(Project project, String name, String type, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                project.classPath(),
                type));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output(name).toFile()));
        builder.environment().put("TEMPORAL_ADDRESS", target);
        Process process = builder.start();
        all.add(process);
        return process;
    }

    /** What the processes of that name have printed. */
    Path output(String name) {
        return folder.resolve(name + ".log");
    }

    /** Kills a process as {@code kill -9} does: nothing in it gets to know. */
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(KILLED);
    }

    /** Waits for something that the processes bring about. */
    void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.isMet()) {
            assertThat(System.nanoTime())
                    .as("%s never came; the processes said:%n%s", what, said())
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        all.forEach(Process::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    private String said() throws IOException {
        StringBuilder said = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            for (Path file : files) {
                said.append(file.getFileName()).append('\n').append(Files.readString(file));
            }
        }
        return said.toString();
    }

    /** Something to wait for. */
    interface Condition {
        boolean isMet() throws Exception;
    }
}
