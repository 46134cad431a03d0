package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A field of a record or error, or a parameter.
 *
 * @param name its name
 * @param type its type
 * @param location of its name
 */
public record Field(String name, Type type, SourceLocation location) {}
