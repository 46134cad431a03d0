package dev.skald.codegen.output;

import java.nio.charset.StandardCharsets;

/**
 * A file as it is to be written.
 *
 * @param path relative to the root of the output, with forward slashes
 * @param content the whole text, with line feeds
 */
public record GeneratedFile(String path, String content) {

    /** The content as it is written. */
    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
