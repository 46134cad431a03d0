/** What a plan means, executed: the reference that generated workflows are compared with, failure by failure. */
@NullMarked
package dev.skald.codegen.interpret;

import org.jspecify.annotations.NullMarked;
