/** The rules that a model must pass, one class each. */
@NullMarked
package dev.skald.dsl.rule;

import org.jspecify.annotations.NullMarked;
