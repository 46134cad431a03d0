/** Makes definitions at random, for tests of whatever reads or writes them. */
@NullMarked
package dev.skald.dsl.testing;

import org.jspecify.annotations.NullMarked;
