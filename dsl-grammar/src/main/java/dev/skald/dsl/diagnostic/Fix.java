package dev.skald.dsl.diagnostic;

/**
 * A change of a definition that makes a finding go away, where the help can print it word for word.
 *
 * @param range what is replaced; where it ends as it begins, the place at which something is inserted
 * @param replacement what stands there afterwards
 */
public record Fix(SourceLocation range, String replacement) {}
