package dev.skald.codegen.plan;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * The place in a definition that something comes from, as generated code and documents name it.
 *
 * @param file the file's name, without its folders
 * @param line counted from 1
 */
public record Source(String file, int line) {

    /** The place where {@code location} begins. */
    public static Source of(SourceLocation location) {
        String path = location.file();
        return new Source(path.substring(path.lastIndexOf('/') + 1), location.line());
    }

    /** {@code file:line}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
