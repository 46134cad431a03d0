/** Tests of what crosses. */
@NullMarked
package dev.skald.runtime.internal.wire;

import org.jspecify.annotations.NullMarked;
