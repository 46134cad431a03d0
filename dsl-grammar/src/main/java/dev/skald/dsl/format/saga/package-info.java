/** Prints syntax trees in the {@code .saga} notation. */
@NullMarked
package dev.skald.dsl.format.saga;

import org.jspecify.annotations.NullMarked;
