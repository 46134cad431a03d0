package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A field of a record or error, or a parameter.
 *
 * @param name its name
 * @param type its type
 * @param sensitive whether its value is kept out of everything that people read
 * @param location from the name to the end
 */
public record Field(Name name, TypeName type, boolean sensitive, SourceLocation location) {}
