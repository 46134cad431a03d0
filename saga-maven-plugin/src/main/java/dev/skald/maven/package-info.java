/** Connects the compiler to Maven: the goals of the {@code saga} plugin. */
@NullMarked
package dev.skald.maven;

import org.jspecify.annotations.NullMarked;
