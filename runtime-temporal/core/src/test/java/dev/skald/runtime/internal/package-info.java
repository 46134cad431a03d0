/** Shows how the parts of the runtime do their work. */
@NullMarked
package dev.skald.runtime.internal;

import org.jspecify.annotations.NullMarked;
