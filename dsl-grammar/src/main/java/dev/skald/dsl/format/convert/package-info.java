/** Turns a definition into the other notation, without changing what it means. */
@NullMarked
package dev.skald.dsl.format.convert;

import org.jspecify.annotations.NullMarked;
