/** Writes definitions: anew in their canonical layout, and in the other notation. */
@NullMarked
package dev.skald.dsl.format;

import org.jspecify.annotations.NullMarked;
