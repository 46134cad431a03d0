package dev.skald.codegen.output;

/**
 * A file as it is to be written.
 *
 * @param path relative to the root of the output, with forward slashes
 * @param content the whole text, with line feeds
 */
public record GeneratedFile(String path, String content) {}
