package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares generated code with files that people have read. Each folder below {@code golden} has definitions and, in
 * {@code java}, all that is generated from them; {@code -Dgolden.update=true} writes that anew.
 */
final class GoldenFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> generatedCodeIsWhatWasReadAndCompiles() throws IOException {
        return list(GOLDEN)
                .filter(Files::isDirectory)
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }

    private void compare(Path folder) throws IOException {
        List<GeneratedFile> generated = Definitions.generate(Definitions.modelAt(folder));
        Path golden = folder.resolve("java");
        if (Boolean.getBoolean("golden.update")) {
            update(golden, generated);
        }
        assertThat(contents(generated)).isEqualTo(contents(golden));
        JavaCompilation.assertCompiles(generated, Files.createDirectory(classes.resolve(folder.getFileName())));
    }

    private static Map<String, String> contents(List<GeneratedFile> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        GeneratedFile::path, GeneratedFile::content, (one, same) -> one, TreeMap::new));
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            contents.put(folder.relativize(file).toString().replace('\\', '/'), read(file)));
        }
        return contents;
    }

    private static void update(Path folder, List<GeneratedFile> files) throws IOException {
        if (Files.exists(folder)) {
            for (String path : contents(folder).keySet()) {
                Files.delete(folder.resolve(path));
            }
        }
        for (GeneratedFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
