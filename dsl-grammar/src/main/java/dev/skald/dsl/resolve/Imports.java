package dev.skald.dsl.resolve;

import dev.skald.dsl.model.DeclaredName;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the imports of one file bring into it.
 *
 * @param names what is imported by its name, by the simple name
 * @param packages those of which everything is imported
 * @param wrongNames the simple names that an import asks for and does not bring, which is reported
 * @param misses whether an import of a whole package brings nothing, which is reported: a name that is missing then may
 *     be no mistake of its own
 */
record Imports(Map<String, DeclaredName> names, NavigableSet<String> packages, Set<String> wrongNames, boolean misses) {

    Imports {
        names = Map.copyOf(names);
        packages = new TreeSet<>(packages);
        wrongNames = Set.copyOf(wrongNames);
    }

    /** What an import brings under that simple name by name. */
    Optional<DeclaredName> byName(String simpleName) {
        return Optional.ofNullable(names.get(simpleName));
    }

    /** Whether an import that is reported may have meant that simple name. */
    boolean mayMiss(String simpleName) {
        return misses || wrongNames.contains(simpleName);
    }
}
