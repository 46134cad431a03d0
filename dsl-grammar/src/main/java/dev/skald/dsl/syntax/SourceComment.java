package dev.skald.dsl.syntax;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;

/**
 * A comment of either notation.
 *
 * @param lines what it says, without the signs that make a comment of it
 * @param alone whether nothing else precedes it on its line
 * @param location the whole comment
 */
public record SourceComment(List<String> lines, boolean alone, SourceLocation location) {

    public SourceComment {
        lines = List.copyOf(lines);
    }
}
