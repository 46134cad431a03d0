package com.acme.orders.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of {@code ./demo} on machines that lack something: their java and mvn are played by scripts. */
@DisabledOnOs(OS.WINDOWS)
final class DemoScriptTest {

    private static final Path SCRIPT = Path.of("../../demo");
    private static final String JDK_17 = """
            if [ "$1" = --list-modules ]; then echo jdk.compiler@17; else echo 'openjdk version "17.0.15" 2025-04-15' >&2; fi
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copyScript() throws IOException {
        Files.copy(SCRIPT, folder.resolve("demo"));
    }

    @Test
    void helpNeedsNothing() throws Exception {
        assertThat(run("--help").output()).startsWith("Usage: ./demo [--target HOST:PORT");
        assertThat(run("--help").exitCode()).isZero();
    }

    @Test
    void unknownOptionIsToldAtOnce() throws Exception {
        assertThat(run("--colour")).isEqualTo(new Run(2, "Unknown option: --colour (see ./demo --help).\n"));
    }

    @Test
    void oldJavaIsToldAtOnce() throws Exception {
        Path java = command("jdk/bin/java", "echo 'java version \"1.8.0_402\"' >&2\n");

        assertThat(run())
                .isEqualTo(
                        new Run(1, java + " is Java 8; the demo needs a JDK 17 or newer (JAVA_HOME chooses one).\n"));
    }

    @Test
    void runtimeWithoutCompilerIsToldAtOnce() throws Exception {
        Path java = command("jdk/bin/java", "echo 'openjdk version \"17.0.15\"' >&2\n");

        assertThat(run())
                .isEqualTo(
                        new Run(1, java + " has no compiler; the demo needs a JDK 17 or newer, not only a runtime.\n"));
    }

    @Test
    void missingJavaIsToldAtOnce() throws Exception {
        Path home = folder.resolve("jdk");

        assertThat(run())
                .isEqualTo(new Run(
                        1,
                        "JAVA_HOME is set to " + home
                                + ", but there is no bin/java in it; the demo needs a JDK 17 or newer.\n"));
    }

    @Test
    void oldMavenIsToldAtOnce() throws Exception {
        command("jdk/bin/java", JDK_17);
        command("bin/mvn", "echo 'Apache Maven 3.6.3'; echo 'Java version: 17.0.15, vendor: x'\n");

        assertThat(run()).isEqualTo(new Run(1, "mvn is Maven 3.6; the demo needs Maven 3.8 or newer.\n"));
    }

    @Test
    void mavenOnOldJavaIsToldAtOnce() throws Exception {
        command("jdk/bin/java", JDK_17);
        command("bin/mvn", "echo 'Apache Maven 3.9.1'; echo 'Java version: 11.0.2, vendor: x'\n");

        assertThat(run()).isEqualTo(new Run(1, "mvn runs on Java 11; set JAVA_HOME to a JDK 17 or newer.\n"));
    }

    @Test
    void buildThatFailsShowsItsLastLines() throws Exception {
        command("jdk/bin/java", JDK_17);
        command("bin/mvn", """
                if [ "$1" = -v ]; then echo 'Apache Maven 3.8.7'; echo 'Java version: 17.0.15, vendor: x'; exit; fi
                echo '[INFO] Building Skald codegen 0.1.0-SNAPSHOT                              [3/7]'
                sleep 2
                echo '[ERROR] The disk is full.'
                exit 1
                """);

        Run run = run();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .startsWith("Building Skald and the sample.")
                .contains("  [3/7] Skald codegen\n")
                .contains("[ERROR] The disk is full.\nThe build failed, see above; all that Maven said is in ");
    }

    @Test
    void nobodyIsAskedWithoutATerminal() throws Exception {
        machineThatHasAll();

        assertThat(run("--stay").output()).endsWith("com.acme.orders.demo.Demo --stay\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theReaderIsAskedAtATerminalUnlessToldOtherwise() throws Exception {
        machineThatHasAll();
        List<String> terminal = List.of("script", "-qec", "bash " + folder.resolve("demo") + " --ask 5", "/dev/null");

        assertThat(run(terminal).output()).contains("com.acme.orders.demo.Demo --ask 60 --ask 5");
    }

    /** Its java only says what it was asked to run. */
    private void machineThatHasAll() throws IOException {
        command("jdk/bin/java", """
                case "$1" in
                  --list-modules) echo jdk.compiler@17 ;;
                  -version) echo 'openjdk version "17.0.15" 2025-04-15' >&2 ;;
                  *) echo "$@" ;;
                esac
                """);
        command("bin/mvn", """
                if [ "$1" = -v ]; then echo 'Apache Maven 3.8.7'; echo 'Java version: 17.0.15, vendor: x'; exit; fi
                echo a.jar >samples/orders/target/demo.classpath
                """);
    }

    private Path command(String name, String script) throws IOException {
        Path command = folder.resolve(name);
        Files.createDirectories(command.getParent());
        Files.writeString(command, "#!/bin/sh\n" + script);
        assertThat(command.toFile().setExecutable(true)).isTrue();
        return command;
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", folder.resolve("demo").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Run run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("PATH", folder.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("TMPDIR", folder.toString());
        Path output = folder.resolve("output");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(output));
    }

    /** How the script ended, and all that it printed. */
    private record Run(int exitCode, String output) {}
}
