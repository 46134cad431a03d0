package dev.skald.dsl.model;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * A finding that a definition accepts.
 *
 * @param rule the finding's id, as written
 * @param because the reason; empty where it was left out, which is reported
 * @param location of the id
 */
public record Acceptance(String rule, String because, SourceLocation location) {}
