package dev.skald.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a module's definitions. */
enum Publishing {
    /** Java is generated from them, and they stay where they are. */
    FALSE,
    /** Java is generated from them, and they go into the jar. */
    TRUE,
    /** They go into the jar, and no Java is generated from them. */
    ONLY;

    /** By the word that a pom has for it; empty where that means nothing. */
    static Optional<Publishing> of(String word) {
        return Arrays.stream(values())
                .filter(publishing -> publishing.name().toLowerCase(Locale.ROOT).equals(word.strip()))
                .findFirst();
    }
}
