package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A field of a record or error, or a parameter.
 *
 * @param name its name
 * @param type its type
 * @param sensitive whether its value must never appear in details, summaries, logs or error texts
 * @param location of its name
 */
public record Field(String name, Type type, boolean sensitive, SourceLocation location) {}
