/** Shows what the runtime promises, on sagas that run in Temporal's test environment. */
@NullMarked
package dev.skald.runtime;

import org.jspecify.annotations.NullMarked;
