package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.Optional;

/**
 * A value for a parameter or a field.
 *
 * @param name the parameter's name; empty where the argument is positional
 * @param value the value
 * @param location both
 */
public record Argument(Optional<Name> name, Expression value, SourceLocation location) {}
