/** The words of the language that have one meaning everywhere: the tree, the model and the plan share them. */
@NullMarked
package dev.skald.dsl.language;

import org.jspecify.annotations.NullMarked;
