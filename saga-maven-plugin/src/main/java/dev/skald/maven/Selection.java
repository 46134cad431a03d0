package dev.skald.maven;

import dev.skald.dsl.diagnostic.Suggestions;
import dev.skald.dsl.model.DeclaredName;
import dev.skald.dsl.model.Participant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The participants that a user has named.
 *
 * @param participants those that are meant
 * @param unknown names that mean none
 * @param known what could have been named
 */
record Selection(List<Participant> participants, List<String> unknown, List<String> known) {

    Selection {
        participants = List.copyOf(participants);
        unknown = List.copyOf(unknown);
        known = List.copyOf(known);
    }

    /**
     * Finds the participants of these names.
     *
     * @param candidates to choose from
     * @param names simple, or with the package; none for all candidates
     */
    static Selection of(List<Participant> candidates, List<String> names) {
        List<String> known = candidates.stream()
                .map(participant -> shortest(participant.name(), candidates))
                .toList();
        if (names.isEmpty()) {
            return new Selection(candidates, List.of(), known);
        }
        Set<String> wanted = Set.copyOf(names);
        return new Selection(
                candidates.stream()
                        .filter(participant -> names(participant).stream().anyMatch(wanted::contains))
                        .toList(),
                names.stream()
                        .distinct()
                        .filter(name -> candidates.stream()
                                .noneMatch(participant -> names(participant).contains(name)))
                        .toList(),
                known);
    }

    /** Whether a name means nothing. */
    boolean hasUnknown() {
        return !unknown.isEmpty();
    }

    /** What is to be told of the names that mean nothing. */
    String complaint() {
        String there = known.isEmpty() ? "There is none" : "There are: " + quoted(known);
        return "No participant with operations is called " + quoted(unknown) + ". " + there + similar()
                + ". Nothing was scaffolded";
    }

    private String similar() {
        return unknown.size() == 1
                ? Suggestions.nearest(unknown.get(0), known)
                        .map(name -> ". A similar name is `" + name + "`")
                        .orElse("")
                : "";
    }

    private static List<String> names(Participant participant) {
        return List.of(participant.name().simpleName(), participant.name().qualified());
    }

    private static String shortest(DeclaredName name, List<Participant> candidates) {
        long namesakes = candidates.stream()
                .filter(candidate -> candidate.name().simpleName().equals(name.simpleName()))
                .count();
        return namesakes == 1 ? name.simpleName() : name.qualified();
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
