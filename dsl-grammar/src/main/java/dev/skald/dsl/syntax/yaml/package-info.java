/** Reads the YAML notation, {@code .saga.yaml}: text to located nodes, and nodes to the syntax tree. */
@NullMarked
package dev.skald.dsl.syntax.yaml;

import org.jspecify.annotations.NullMarked;
