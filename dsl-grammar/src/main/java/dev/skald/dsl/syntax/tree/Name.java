package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A word of the definition: a name, or a word of the language where the tree keeps it unread.
 *
 * @param text as written
 * @param location where
 */
public record Name(String text, SourceLocation location) {}
