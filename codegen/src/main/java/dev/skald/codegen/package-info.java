/** Turns a checked model into files: first into a plan, then the plan into Java, tests, documents and a lock file. */
@NullMarked
package dev.skald.codegen;

import org.jspecify.annotations.NullMarked;
