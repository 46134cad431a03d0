/** Resolves the names and types of a syntax tree and builds the model from it. */
@NullMarked
package dev.skald.dsl.resolve;

import org.jspecify.annotations.NullMarked;
