/** Writes the Java code of a plan, with one generator for each kind of type. */
@NullMarked
package dev.skald.codegen.java;

import org.jspecify.annotations.NullMarked;
