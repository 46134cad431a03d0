package dev.skald.codegen;

import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.GoldenFolder;
import dev.skald.codegen.testing.JavaCompilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        new GoldenFolder(folder.resolve("java")).assertHolds(generated);
        JavaCompilation.assertCompiles(generated, Files.createDirectory(classes.resolve(folder.getFileName())));
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        }
    }
}
