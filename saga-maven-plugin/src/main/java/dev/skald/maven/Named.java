package dev.skald.maven;

import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.DeclaredName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The declarations of one kind that a user has named.
 *
 * @param <T> what is declared
 * @param kind such as {@code saga}
 * @param meant those that are meant
 * @param unknown names that mean none
 * @param known what could have been named
 */
record Named<T>(String kind, List<T> meant, List<String> unknown, List<String> known) {

    Named {
        meant = List.copyOf(meant);
        unknown = List.copyOf(unknown);
        known = List.copyOf(known);
    }

    /**
     * Finds the declarations of these names.
     *
     * @param candidates to choose from
     * @param nameOf the name of one
     * @param names simple, or with the package
     */
    static <T> Named<T> of(String kind, List<T> candidates, Function<T, DeclaredName> nameOf, List<String> names) {
        List<DeclaredName> declared = candidates.stream().map(nameOf).toList();
        Set<String> wanted = Set.copyOf(names);
        Set<String> possible =
                declared.stream().flatMap(name -> names(name).stream()).collect(Collectors.toSet());
        return new Named<>(
                kind,
                candidates.stream()
                        .filter(candidate ->
                                names(nameOf.apply(candidate)).stream().anyMatch(wanted::contains))
                        .toList(),
                names.stream()
                        .distinct()
                        .filter(name -> !possible.contains(name))
                        .toList(),
                declared.stream().map(name -> shortest(name, declared)).toList());
    }

    /** Whether a name means nothing. */
    boolean hasUnknown() {
        return !unknown.isEmpty();
    }

    /** What is to be told of the names that mean nothing. */
    String complaint() {
        String there = known.isEmpty() ? "There is none" : "There are: " + quoted(known);
        return "No " + kind + " is called " + quoted(unknown) + ". " + there + similar();
    }

    private String similar() {
        return unknown.size() == 1
                ? Suggestions.nearest(unknown.get(0), known)
                        .map(name -> ". A similar name is `" + name + "`")
                        .orElse("")
                : "";
    }

    private static List<String> names(DeclaredName name) {
        return List.of(name.simpleName(), name.qualified());
    }

    private static String shortest(DeclaredName name, List<DeclaredName> declared) {
        long namesakes = declared.stream()
                .filter(other -> other.simpleName().equals(name.simpleName()))
                .count();
        return namesakes == 1 ? name.simpleName() : name.qualified();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
