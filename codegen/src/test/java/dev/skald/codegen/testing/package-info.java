/** What the tests of the code generator share. */
@NullMarked
package dev.skald.codegen.testing;

import org.jspecify.annotations.NullMarked;
