package dev.skald.dsl.diagnostic;

/**
 * One definition file as it was read: what a diagnostic's excerpt is cut from.
 *
 * @param path relative to the project, with forward slashes, as diagnostics print it
 * @param text the whole decoded text, without a byte order mark
 */
public record SourceFile(String path, String text) {

    /** Whether the file is in the YAML notation, by its ending. */
    public boolean isYaml() {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    /** The file's name without its folders. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
