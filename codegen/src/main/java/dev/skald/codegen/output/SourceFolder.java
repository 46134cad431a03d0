package dev.skald.codegen.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder of people's own sources: files may be added to it, and what is there is never touched. */
public final class SourceFolder {

    private final Path root;

    /** The folder at {@code root}; it need not exist yet. */
    public SourceFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Adds the files that can be added without touching another: none that is there already, also in other letter case,
     * and none through a link that leads out of the folder.
     *
     * @return what became of each, in the same order
     * @throws IOException if the folder cannot be read or written
     */
    public List<Addition> add(List<GeneratedFile> files) throws IOException {
        List<Addition> additions = new ArrayList<>();
        for (GeneratedFile file : files) {
            Path path = root.resolve(file.path());
            Optional<String> obstacle = obstacle(path);
            if (obstacle.isEmpty()) {
                AtomicFiles.create(path, file.bytes());
            }
            additions.add(new Addition(file.path(), obstacle));
        }
        return additions;
    }

    private Optional<String> obstacle(Path path) throws IOException {
        Optional<Path> link = linkLeadingOut(path);
        if (link.isPresent()) {
            return link.map(found -> relative(found) + " is a link that leads out of the folder, or nowhere");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("it is there already");
        }
        return inOtherLetterCase(root, root.relativize(path))
                .map(found -> relative(found) + " is there, and some file systems cannot tell the two apart");
    }

    private Optional<Path> linkLeadingOut(Path path) {
        Path relative = root.relativize(path);
        return IntStream.range(1, relative.getNameCount())
                .mapToObj(depth -> root.resolve(relative.subpath(0, depth)))
                .filter(folder -> Files.isSymbolicLink(folder) && !isWithin(folder))
                .findFirst();
    }

    private boolean isWithin(Path link) {
        try {
            return link.toRealPath().startsWith(root.toRealPath());
        } catch (IOException nowhere) {
            return false;
        }
    }

    private static Optional<Path> inOtherLetterCase(Path folder, Path path) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        for (Path entry : entries(folder, path.getName(0).toString())) {
            Optional<Path> found = path.getNameCount() == 1
                    ? Optional.of(entry)
                    : inOtherLetterCase(entry, path.subpath(1, path.getNameCount()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The entries of that name, letter case not counted. */
    private static List<Path> entries(Path folder, String name) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().equalsIgnoreCase(name))
                    .sorted()
                    .toList();
        }
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(File.separatorChar, '/');
    }
}
