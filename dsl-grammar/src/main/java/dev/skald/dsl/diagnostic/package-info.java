/**
 * What is wrong with a definition, as data: id, severity, message, place, help and notes. Printing is left to others.
 */
@NullMarked
package dev.skald.dsl.diagnostic;

import org.jspecify.annotations.NullMarked;
