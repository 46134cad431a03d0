package dev.skald.dsl.format;

import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.DefinitionParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every definition of the repository, tests and examples, that can be read without an error of syntax. */
public final class RepositoryDefinitions {

    private static final Path ROOT = Path.of("..");

    private RepositoryDefinitions() {}

    public static Stream<SourceFile> inSaga() {
        return all().filter(file -> !file.isYaml());
    }

    public static Stream<SourceFile> inYaml() {
        return all().filter(SourceFile::isYaml);
    }

    public static Stream<SourceFile> all() {
        return paths().stream()
                .map(RepositoryDefinitions::read)
                .filter(file -> !DefinitionParser.parse(file).hasErrors());
    }

    private static List<Path> paths() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file ->
                            file.toString().endsWith(".saga") || file.toString().endsWith(".saga.yaml"))
                    .filter(Files::isRegularFile)
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(ROOT.relativize(file).toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
