/**
 * Reads the {@code .saga} notation. Text becomes tokens ({@code SagaLexer}), {@link dev.skald.dsl.syntax.saga.Layout}
 * marks where something new begins and pairs the brackets, {@code SagaParser} finds the structure, helped over mistakes
 * by {@link dev.skald.dsl.syntax.saga.Recovery}, and the builders make the syntax tree of it. Nothing of ANTLR leaves
 * this package.
 */
@NullMarked
package dev.skald.dsl.syntax.saga;

import org.jspecify.annotations.NullMarked;
