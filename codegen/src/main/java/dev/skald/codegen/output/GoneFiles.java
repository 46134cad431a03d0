package dev.skald.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What became of files that are no longer generated.
 *
 * @param deleted how many were deleted
 * @param kept those that somebody has changed since they were written
 */
record GoneFiles(int deleted, List<String> kept) {

    /** Deletes what {@code before} lists and {@code after} does not, and folders that become empty. */
    static GoneFiles delete(Path root, Manifest before, Manifest after) throws IOException {
        int deleted = 0;
        List<String> kept = new ArrayList<>();
        for (String path : before.paths()) {
            Path file = root.resolve(path).normalize();
            if (after.lists(path) || !file.startsWith(root) || !Files.isRegularFile(file)) {
                continue;
            }
            if (before.wrote(path, Files.readAllBytes(file))) {
                Files.delete(file);
                deleteEmptyFolders(root, file);
                deleted++;
            } else {
                kept.add(path);
            }
        }
        return new GoneFiles(deleted, kept);
    }

    private static void deleteEmptyFolders(Path root, Path file) throws IOException {
        Path relative = root.relativize(file);
        for (int depth = relative.getNameCount() - 1; depth > 0; depth--) {
            Path folder = root.resolve(relative.subpath(0, depth));
            if (!isEmpty(folder)) {
                return;
            }
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
