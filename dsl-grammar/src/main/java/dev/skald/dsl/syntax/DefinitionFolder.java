package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the definitions below a folder, and nothing else. */
public final class DefinitionFolder {

    private final Path folder;
    private final Path base;
    private final String prefix;

    /**
     * A folder of definitions.
     *
     * @param folder where they are
     * @param base what the paths in diagnostics are relative to
     */
    public DefinitionFolder(Path folder, Path base) {
        this(folder, base, "");
    }

    /** A folder of definitions, whose paths in diagnostics begin with {@code prefix}. */
    DefinitionFolder(Path folder, Path base, String prefix) {
        this.folder = folder;
        this.base = base;
        this.prefix = prefix;
    }

    /** Whether a file is a definition, by its ending. */
    public static boolean isDefinition(Path file) {
        return isDefinition(file.toString());
    }

    /** Whether a file of that name is a definition. */
    static boolean isDefinition(String name) {
        return name.endsWith(".saga") || name.endsWith(".saga.yaml") || name.endsWith(".saga.yml");
    }

    /**
     * Every definition below the folder, ordered by path; empty where the folder is not there. A file that cannot be
     * read, or is a link that leads out of the folder, comes with the error that says so.
     *
     * @throws IOException where the folder itself cannot be listed
     */
    public List<Result<SourceFile>> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path root = folder.toRealPath();
        // the folder itself may be a link: it is named by the build, not by a definition
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(DefinitionFolder::isDefinition)
                    .filter(file -> !Files.isDirectory(file) || Files.isSymbolicLink(file))
                    .map(file -> folder.resolve(root.relativize(file)))
                    .sorted()
                    .map(file -> read(file, root))
                    .toList();
        }
    }

    private Result<SourceFile> read(Path file, Path root) {
        String path = prefix
                + base.toAbsolutePath()
                        .normalize()
                        .relativize(file.toAbsolutePath().normalize())
                        .toString()
                        .replace(File.separatorChar, '/');
        if (!isWithin(file, root)) {
            return SourceReader.unreadable(
                    path,
                    SourceReader.start(path),
                    DiagnosticId.SYNTAX_UNREADABLE,
                    "the file is a link that leads out of the folder of definitions, or nowhere");
        }
        return SourceReader.read(file, path);
    }

    private static boolean isWithin(Path file, Path root) {
        try {
            return file.toRealPath().startsWith(root);
        } catch (IOException nowhere) {
            return false;
        }
    }
}
