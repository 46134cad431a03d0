package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * Text in the user's words: a label, a description, a reason, a queue's name.
 *
 * @param value without quotes, escapes resolved
 * @param location of the whole literal
 */
public record Text(String value, SourceLocation location) {}
