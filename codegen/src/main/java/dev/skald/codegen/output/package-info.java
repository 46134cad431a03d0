/** Generated files, and the folder that they are written to. */
@NullMarked
package dev.skald.codegen.output;

import org.jspecify.annotations.NullMarked;
