package dev.skald.dsl.syntax.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The JSON Schema (draft 2020-12) of the YAML notation, with which editors complete, explain and check a definition
 * while it is written. It knows the keys and the kinds of their values; names, types and the rules are the compiler's.
 */
public final class YamlSchema {

    private static final String RESOURCE = "saga.schema.json";

    private YamlSchema() {}

    /**
     * The schema.
     *
     * @return JSON, its lines end with line feeds
     */
    public static String text() {
        try (InputStream schema = YamlSchema.class.getResourceAsStream(RESOURCE)) {
            if (schema == null) {
                throw new IllegalStateException("A bug in the build of Skald: its jar has no " + RESOURCE);
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
