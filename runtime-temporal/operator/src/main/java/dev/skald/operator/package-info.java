/** The command line by which an operator settles many stuck sagas at once. */
@NullMarked
package dev.skald.operator;

import org.jspecify.annotations.NullMarked;
