/**
 * The whole of the language in one call: {@link dev.skald.dsl.DefinitionCompiler} leads from folders of definitions to
 * the checked model, by way of the packages {@code syntax}, {@code resolve} and {@code rule}.
 */
@NullMarked
package dev.skald.dsl;

import org.jspecify.annotations.NullMarked;
