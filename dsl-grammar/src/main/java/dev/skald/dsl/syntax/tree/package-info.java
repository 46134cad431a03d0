/**
 * The syntax tree, the one form in which both notations meet: all of the language, each part with its place, nothing
 * resolved. What could not be read is there as a {@code Broken} node or an {@code incomplete} flag, and a diagnostic
 * says why.
 */
@NullMarked
package dev.skald.dsl.syntax.tree;

import org.jspecify.annotations.NullMarked;
