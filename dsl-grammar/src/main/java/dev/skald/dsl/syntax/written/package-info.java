/**
 * A {@code .saga} file as it is written: its words and signs, grouped by what they say, with the comments around them.
 * It is for what has to keep all of a file, such as the formatter; what only asks for the meaning reads the syntax
 * tree.
 */
@NullMarked
package dev.skald.dsl.syntax.written;

import org.jspecify.annotations.NullMarked;
