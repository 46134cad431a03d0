/** What crosses between a saga's client, its workflow and its participants, and in which form. */
@NullMarked
package dev.skald.runtime.internal.wire;

import org.jspecify.annotations.NullMarked;
