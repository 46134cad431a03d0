package dev.skald.codegen.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that a reader, or a crash, finds the old content or the new one and nothing between. */
public final class AtomicFiles {

    private AtomicFiles() {}

    /**
     * Writes a file, in place of the one that may be there.
     *
     * @param file its folder need not be there
     * @param content all of it
     * @throws IOException if it cannot be written; then the old one is still there
     */
    public static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = temporary(file);
        Files.write(temporary, content);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Writes a file where none is.
     *
     * @throws FileAlreadyExistsException if one is there, even if only just now
     */
    static void create(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = temporary(file);
        Files.deleteIfExists(temporary);
        Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
        try {
            Files.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Always the same name, so that what a crash leaves behind is replaced by the next run. */
    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }
}
