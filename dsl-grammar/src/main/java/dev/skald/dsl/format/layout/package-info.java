/** Puts the words of a {@code .saga} file on lines: what may break a line says where, and the page says whether. */
@NullMarked
package dev.skald.dsl.format.layout;

import org.jspecify.annotations.NullMarked;
