package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.Optional;

/**
 * {@code accept pattern.anti-pattern because "…"}.
 *
 * @param rule the finding's id, as written
 * @param because the reason; empty where it was left out
 * @param location the whole clause
 */
public record Acceptance(Name rule, Optional<Text> because, SourceLocation location) {}
