package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A value with its place: a duration, a number.
 *
 * @param value the value read
 * @param location where it stands
 * @param <T> what kind of value
 */
public record Located<T>(T value, SourceLocation location) {}
