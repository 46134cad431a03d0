package com.acme.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A project of the sample, copied away from all others and built there by a Maven of its own. */
final class Project {

    private static final Path WORK = Path.of(property("sample.directory"));
    private static final Path REPOSITORY = Path.of(property("sample.local.repository"));
    private static final String VERSION = "1.0.0";

    private final String name;
    private final Path directory;

    private Project(String name) {
        this.name = name;
        this.directory = WORK.resolve(name);
    }

    /** Copies a project and builds its jar. */
    static Project build(String name) throws IOException, MavenInvocationException {
        Project project = new Project(name);
        project.copy(Path.of(property("sample.projects")).resolve(name));
        project.mavenPackage();
        return project;
    }

    /** Makes the jar known to the projects that are built later, as an upload to the company's repository would. */
    void publish() throws IOException {
        Path folder = Files.createDirectories(REPOSITORY.resolve(Path.of("com", "acme", "shop", name, VERSION)));
        Files.copy(jar(), folder.resolve(name + "-" + VERSION + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                directory.resolve("pom.xml"),
                folder.resolve(name + "-" + VERSION + ".pom"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The project's own files, by their paths below {@code target/classes}. */
    List<String> classes() throws IOException {
        return files(directory.resolve("target/classes"));
    }

    /** What a process of it needs on its class path. */
    String classPath() {
        return jar() + File.pathSeparator + directory.resolve("target/lib") + File.separator + "*";
    }

    private Path jar() {
        return directory.resolve("target").resolve(name + "-" + VERSION + ".jar");
    }

    private void copy(Path source) throws IOException {
        deleteDirectory();
        for (String file : files(source)) {
            if (!file.startsWith("target/")) {
                Path copy = directory.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(source.resolve(file), copy);
            }
        }
        // Maven looks for this folder upwards; without it, it would find the options of Skald's own build.
        Files.createDirectories(directory.resolve(".mvn"));
    }

    private void deleteDirectory() throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void mavenPackage() throws IOException, MavenInvocationException {
        List<String> output = new ArrayList<>();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(directory.toFile())
                .setUserSettingsFile(settings().toFile())
                .setLocalRepositoryDirectory(REPOSITORY.toFile())
                .setMavenHome(new File(property("sample.maven.home")))
                .setMavenOpts("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
                .setBatchMode(true)
                .addArgs(List.of("package", "--no-transfer-progress"))
                .setOutputHandler(output::add)
                .setErrorHandler(output::add);
        assertThat(new DefaultInvoker().execute(request).getExitCode())
                .as("%s:%n%s", name, String.join("\n", output))
                .isZero();
    }

    /** They let Maven look into the repository of this build, and nowhere else. */
    private static Path settings() throws IOException {
        try (var template = Project.class.getResourceAsStream("/settings.xml")) {
            String text = new String(template.readAllBytes(), UTF_8);
            String url = Path.of(property("sample.remote.repository")).toUri().toString();
            Path settings = Files.createDirectories(WORK).resolve("settings.xml");
            return Files.writeString(settings, text.replace("@remote.repository.url@", url));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The build sets `" + name + "`: run `mvn package`");
        }
        return value;
    }
}
