/** What generated code and its users call while a saga runs on Temporal. */
@NullMarked
package dev.skald.runtime;

import org.jspecify.annotations.NullMarked;
