package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A value for a parameter or a field.
 *
 * @param parameter what it is for
 * @param value of the parameter's type, conversions included
 * @param location of the value as written
 */
public record Argument(Field parameter, Expression value, SourceLocation location) {}
