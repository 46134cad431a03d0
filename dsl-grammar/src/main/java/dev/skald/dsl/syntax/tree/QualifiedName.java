package dev.skald.dsl.syntax.tree;

import dev.skald.dsl.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names joined by dots, at least one.
 *
 * @param parts in the order written
 */
public record QualifiedName(List<Name> parts) {

    public QualifiedName {
        parts = List.copyOf(parts);
    }

    /** The whole name with its dots. */
    public String text() {
        return parts.stream().map(Name::text).collect(Collectors.joining("."));
    }

    /** The last part. */
    public Name last() {
        return parts.get(parts.size() - 1);
    }

    /** The parts before the last; empty where there is only one. */
    public Optional<QualifiedName> owner() {
        return parts.size() == 1
                ? Optional.empty()
                : Optional.of(new QualifiedName(parts.subList(0, parts.size() - 1)));
    }

    /** From the first part to the last. */
    public SourceLocation location() {
        return parts.get(0).location().to(last().location());
    }
}
