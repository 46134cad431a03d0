package dev.skald.maven;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a user asks for by name.
 *
 * @param participants their names, simple or with their package
 * @param sagas theirs
 */
record Names(List<String> participants, List<String> sagas) {

    Names {
        participants = stripped(participants);
        sagas = stripped(sagas);
    }

    /** Whether nothing is asked for by name, which means: all that the project declares. */
    boolean isEmpty() {
        return participants.isEmpty() && sagas.isEmpty();
    }

    /** What is empty in a pom, or between two commas, names nothing. */
    private static List<String> stripped(List<String> names) {
        return names.stream()
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
