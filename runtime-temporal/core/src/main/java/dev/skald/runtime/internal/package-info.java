/**
 * How the runtime does its work. Nothing here is promised to stay; only generated code and the runtime itself use it.
 */
@NullMarked
package dev.skald.runtime.internal;

import org.jspecify.annotations.NullMarked;
