/** Reads both notations, {@code .saga} and {@code .saga.yaml}, into one syntax tree with positions. */
@NullMarked
package dev.skald.dsl.syntax;

import org.jspecify.annotations.NullMarked;
