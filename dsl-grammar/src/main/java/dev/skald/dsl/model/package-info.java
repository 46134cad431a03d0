/**
 * The checked meaning of all definitions of a compilation: names resolved, types known, defaults applied. Nothing after
 * it asks which notation was used.
 */
@NullMarked
package dev.skald.dsl.model;

import org.jspecify.annotations.NullMarked;
