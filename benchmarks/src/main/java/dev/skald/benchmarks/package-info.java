/** Measures how long sagas of the orchestrated patterns take on a real server, and how many events. */
@NullMarked
package dev.skald.benchmarks;

import org.jspecify.annotations.NullMarked;
