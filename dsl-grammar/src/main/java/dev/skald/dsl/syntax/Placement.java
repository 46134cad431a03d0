package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.SourceLocation;

/** Where the characters of a text stand in its file. */
@FunctionalInterface
public interface Placement {

    /** The place of the characters (code points) from {@code from} to before {@code to}. */
    SourceLocation location(int from, int to);
}
