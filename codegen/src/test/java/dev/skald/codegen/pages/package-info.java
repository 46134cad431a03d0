/** The pages on diagnostics, held to what is found and printed. */
@NullMarked
package dev.skald.codegen.pages;

import org.jspecify.annotations.NullMarked;
