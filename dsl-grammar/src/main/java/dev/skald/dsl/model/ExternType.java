package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A Java type of the user's own, passed whole and not looked into.
 *
 * @param name what definitions call it
 * @param javaType its qualified name in Java
 * @param location of its name
 */
public record ExternType(DeclaredName name, String javaType, SourceLocation location) {}
