/** Tests of the operator's command line. */
@NullMarked
package dev.skald.operator;

import org.jspecify.annotations.NullMarked;
