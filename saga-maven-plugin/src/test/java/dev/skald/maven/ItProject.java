package dev.skald.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A copy of a project below {@code src/it}, to be changed and built by a test: a Maven of its own, which finds the
 * plugin as it was packaged, and everything else where this build found it.
 */
final class ItProject {

    private static final Path PROJECTS = Path.of(property("it.projects"));
    private static final Path WORK = Path.of(property("it.directory"));
    private static final Path SETTINGS = WORK.resolve("settings.xml");

    private final Path directory;

    private ItProject(Path directory) {
        this.directory = directory;
    }

    /** A fresh copy of {@code src/it/<name>} for the test called {@code test}. */
    static ItProject copy(String name, String test) throws IOException {
        Path template = PROJECTS.resolve(name);
        ItProject project = new ItProject(WORK.resolve(test));
        project.delete("");
        for (Path file : files(template)) {
            byte[] content = file.endsWith("pom.xml") ? filtered(file).getBytes(UTF_8) : Files.readAllBytes(file);
            project.writeBytes(template.relativize(file).toString(), content);
        }
        // Maven looks for this folder upwards; without it, it would find the options of Skald's own build.
        Files.createDirectories(project.file(".mvn"));
        Files.writeString(SETTINGS, filtered(PROJECTS.resolve("settings.xml")));
        return project;
    }

    /** Runs Maven with these goals and options. */
    MavenRun maven(String... arguments) throws IOException, MavenInvocationException {
        List<String> output = new ArrayList<>();
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(directory.toFile())
                .setUserSettingsFile(SETTINGS.toFile())
                .setLocalRepositoryDirectory(new File(property("it.local.repository")))
                .setMavenHome(new File(property("it.maven.home")))
                .setMavenOpts(System.getProperty("it.maven.opts", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"))
                .setBatchMode(true)
                .setShowVersion(true)
                .addArgs(List.of(arguments))
                .setOutputHandler(output::add)
                .setErrorHandler(output::add);
        int exitCode = new DefaultInvoker().execute(request).getExitCode();
        Files.write(file("build.log"), output, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new MavenRun(exitCode == 0, output);
    }

    /** The path of a file of the project. */
    Path file(String path) {
        return directory.resolve(path);
    }

    /** A file's text. */
    String read(String path) throws IOException {
        return Files.readString(file(path));
    }

    /** Writes a file; its folder need not be there. */
    void write(String path, String text) throws IOException {
        writeBytes(path, text.getBytes(UTF_8));
    }

    /** Writes a file as it is; its folder need not be there. */
    void writeBytes(String path, byte[] content) throws IOException {
        Files.createDirectories(file(path).getParent());
        Files.write(file(path), content);
    }

    /** Deletes a folder with all it holds; nothing happens where it is not there. */
    void delete(String path) throws IOException {
        if (Files.exists(file(path))) {
            try (Stream<Path> files = Files.walk(file(path))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The files below a folder, by their path in the project, with the time of their last change. */
    Map<String, FileTime> timestamps(String folder) throws IOException {
        Map<String, FileTime> timestamps = new TreeMap<>();
        for (Path file : files(file(folder))) {
            timestamps.put(path(file), Files.getLastModifiedTime(file));
        }
        return timestamps;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private String path(Path file) {
        return directory.relativize(file).toString().replace(File.separatorChar, '/');
    }

    /** The text of a file, each {@code @name@} of these replaced by what the build says. */
    private static String filtered(Path file) throws IOException {
        String text = Files.readString(file);
        for (String name :
                List.of("skald.version", "maven.compiler.plugin.version", "maven.resources.plugin.version")) {
            text = text.replace("@" + name + "@", property("it." + name));
        }
        URI repository = Path.of(property("it.remote.repository")).toUri();
        return text.replace("@remote.repository.url@", repository.toString());
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The build sets `" + name + "`: run `mvn verify`");
        }
        return value;
    }
}
