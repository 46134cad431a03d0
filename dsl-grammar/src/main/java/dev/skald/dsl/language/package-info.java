/** The words of the language that have one meaning everywhere: the tree, the model and the plan share them. */
@org.jspecify.annotations.NullMarked
package dev.skald.dsl.language;
