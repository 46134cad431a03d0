package dev.skald.codegen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.output.GeneratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of generated files that people have read.
 *
 * @param path where it is
 */
public record GoldenFolder(Path path) {

    /** Fails unless the folder holds exactly these files; {@code -Dgolden.update=true} makes it so first. */
    public void assertHolds(List<GeneratedFile> files) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            update(files);
        }
        assertThat(contents(files)).isEqualTo(contents());
    }

    private static Map<String, String> contents(List<GeneratedFile> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        GeneratedFile::path, GeneratedFile::content, (one, same) -> one, TreeMap::new));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            contents.put(path.relativize(file).toString().replace('\\', '/'), read(file)));
        }
        return contents;
    }

    private void update(List<GeneratedFile> files) throws IOException {
        if (Files.exists(path)) {
            for (String old : contents().keySet()) {
                Files.delete(path.resolve(old));
            }
        }
        for (GeneratedFile file : files) {
            Path target = path.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.content());
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
