package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;

/**
 * {@code defaults { timeout 10s retry { attempts 5 } compensation { retry { … } } }}.
 *
 * @param calls what holds for steps
 * @param compensations what holds for undos
 * @param location the whole block
 */
public record Defaults(CallLimits calls, CallLimits compensations, SourceLocation location) {}
