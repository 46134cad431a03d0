package dev.skald.codegen.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The folder that generated files are written to. A file whose bytes do not change is not touched; one that is no
 * longer generated is deleted. A manifest in the folder says which files are Skald's: all others are left alone.
 *
 * <p>A run that dies half-way does no harm: the manifest names every file before it is written, and the next run puts
 * things right.
 */
public final class OutputFolder {

    /** The manifest's name. */
    static final String MANIFEST = ".skald-generated";

    private final Path root;

    /** The folder at {@code root}; it need not exist yet. */
    public OutputFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder hold these files, and none that an earlier run has written and that are not among them.
     *
     * @throws FileAlreadyExistsException if somebody else's file is in the way; then nothing has been written
     * @throws IOException if the folder cannot be read or written
     */
    public OutputSummary write(List<GeneratedFile> files) throws IOException {
        Manifest before = readManifest();
        refuseToOverwrite(files, before);
        Manifest after = new Manifest();
        files.forEach(file -> after.add(file.path(), Manifest.hash(file.bytes())));
        announce(before, after);
        // First, because a file system may not tell a renamed type's old file from its new one.
        GoneFiles gone = GoneFiles.delete(root, before, after);
        int written = 0;
        for (GeneratedFile file : files) {
            written += writeIfChanged(file) ? 1 : 0;
        }
        writeManifest(after);
        return new OutputSummary(written, files.size() - written, gone.deleted(), gone.kept());
    }

    private Manifest readManifest() throws IOException {
        Path manifest = root.resolve(MANIFEST);
        return Files.exists(manifest)
                ? Manifest.parse(Files.readString(manifest, StandardCharsets.UTF_8))
                : new Manifest();
    }

    private void refuseToOverwrite(List<GeneratedFile> files, Manifest before) throws IOException {
        for (GeneratedFile file : files) {
            Path path = root.resolve(file.path());
            if (!before.lists(file.path()) && Files.exists(path) && !isUpToDate(file)) {
                throw new FileAlreadyExistsException(
                        path.toString(), null, "Skald has not written this file, and does not overwrite it");
            }
        }
    }

    private void announce(Manifest before, Manifest after) throws IOException {
        Manifest both = new Manifest();
        both.addAll(before);
        both.addAll(after);
        writeManifest(both);
    }

    private void writeManifest(Manifest manifest) throws IOException {
        Path file = root.resolve(MANIFEST);
        boolean pointless = manifest.paths().isEmpty() && !Files.exists(file);
        if (!pointless && !holds(file, manifest.bytes())) {
            AtomicFiles.write(file, manifest.bytes());
        }
    }

    private boolean writeIfChanged(GeneratedFile file) throws IOException {
        if (isUpToDate(file)) {
            return false;
        }
        AtomicFiles.write(root.resolve(file.path()), file.bytes());
        return true;
    }

    private boolean isUpToDate(GeneratedFile file) throws IOException {
        return holds(root.resolve(file.path()), file.bytes());
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }
}
