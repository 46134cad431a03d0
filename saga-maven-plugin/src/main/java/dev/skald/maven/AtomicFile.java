package dev.skald.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file in one go: whoever reads it finds the old text or the new one, and never a part. */
final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a text, in the place of what was there.
     *
     * @param file where to; a link is followed
     */
    static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path written = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            Files.writeString(written, text, StandardCharsets.UTF_8);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
