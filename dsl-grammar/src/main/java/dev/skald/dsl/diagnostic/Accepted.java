package dev.skald.dsl.diagnostic;

/**
 * A finding that the definition accepts: it stops nothing any more, and is not forgotten.
 *
 * @param finding what was found
 * @param because the reason that is given
 * @param location where the definition accepts it
 */
public record Accepted(Diagnostic finding, String because, SourceLocation location) {}
