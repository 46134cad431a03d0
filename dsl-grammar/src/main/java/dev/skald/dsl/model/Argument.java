package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.Optional;

/**
 * A value for a parameter or a field.
 *
 * @param parameter what it is for
 * @param value of the parameter's type, conversions included
 * @param positional whether it was given by position and not by name
 * @param lastName the last name of a value written as a path ({@code amount} of {@code order.amount})
 * @param location of the value as written
 */
public record Argument(
        Field parameter, Expression value, boolean positional, Optional<String> lastName, SourceLocation location) {}
