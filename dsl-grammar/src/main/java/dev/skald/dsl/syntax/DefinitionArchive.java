package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds and reads the definitions that a module publishes: those below one folder of its jar, and nothing else. */
public final class DefinitionArchive {

    /** Where in a jar published definitions are. */
    public static final String FOLDER = "META-INF/saga";

    /** An archive is as little to be trusted as a definition: it may unpack to more than any disk holds. */
    private static final int MOST_FILES = 1_000;

    private final Path archive;
    private final String label;

    /**
     * What a module is packaged as.
     *
     * @param archive its jar, or the folder that its jar is made from
     * @param label what diagnostics call it, such as {@code payments-1.0.jar}
     */
    public DefinitionArchive(Path archive, String label) {
        this.archive = archive;
        this.label = label;
    }

    /**
     * Every definition that is published in it, ordered by path; empty where there is none, or no such file at all. One
     * that cannot be read comes with the error that says so.
     *
     * @throws IOException where the archive itself cannot be read
     */
    public List<Result<SourceFile>> read() throws IOException {
        if (Files.isDirectory(archive)) {
            return new DefinitionFolder(archive.resolve(FOLDER), archive, pathOf("")).read();
        }
        return Files.isRegularFile(archive) ? readJar() : List.of();
    }

    private List<Result<SourceFile>> readJar() throws IOException {
        try (ZipFile jar = new ZipFile(archive.toFile())) {
            List<ZipEntry> entries = jar.stream()
                    .filter(DefinitionArchive::isPublished)
                    .limit(MOST_FILES + 1L)
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .map(ZipEntry.class::cast)
                    .toList();
            if (entries.size() > MOST_FILES) {
                String path = pathOf(FOLDER);
                return List.of(SourceReader.unreadable(
                        path,
                        SourceReader.start(path),
                        DiagnosticId.LIMITS_FILE_SIZE,
                        "the archive has more than " + MOST_FILES + " definitions"));
            }
            List<Result<SourceFile>> files = new ArrayList<>();
            for (ZipEntry entry : entries) {
                files.add(read(jar, entry));
            }
            return files;
        }
    }

    private Result<SourceFile> read(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return SourceReader.read(content, pathOf(entry.getName()));
        }
    }

    /** Names of entries are printed: those with characters that control a terminal are none of ours. */
    private static boolean isPublished(ZipEntry entry) {
        String name = entry.getName();
        return !entry.isDirectory()
                && name.startsWith(FOLDER + "/")
                && name.chars().noneMatch(Character::isISOControl)
                && DefinitionFolder.isDefinition(name);
    }

    private String pathOf(String name) {
        return label + "!/" + name;
    }
}
