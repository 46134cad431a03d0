/** A saga as it runs, inside of its workflow: deterministic, because it is replayed. */
@NullMarked
package dev.skald.runtime.internal.workflow;

import org.jspecify.annotations.NullMarked;
