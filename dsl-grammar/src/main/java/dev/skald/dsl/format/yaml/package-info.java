/** Prints syntax trees in the YAML notation. */
@NullMarked
package dev.skald.dsl.format.yaml;

import org.jspecify.annotations.NullMarked;
