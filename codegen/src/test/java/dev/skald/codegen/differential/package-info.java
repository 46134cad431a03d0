/** Compares generated workflows, running on Temporal, with what the reference interpreter makes of their plans. */
@NullMarked
package dev.skald.codegen.differential;

import org.jspecify.annotations.NullMarked;
