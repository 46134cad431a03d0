package dev.skald.codegen.output;

import java.util.Optional;

/**
 * What became of a file that was to be added to a folder.
 *
 * @param path relative to the folder, with forward slashes
 * @param obstacle why it was not written, such as {@code it is there already}; empty where it was
 */
public record Addition(String path, Optional<String> obstacle) {

    /** Whether the file is new. */
    public boolean written() {
        return obstacle.isEmpty();
    }
}
