package dev.skald.dsl.rule;

import dev.skald.dsl.language.Pattern;
import java.util.Optional;

/**
 * What <em>Software Architecture: The Hard Parts</em> says of each pattern. The reasons: who waits for an answer is
 * coupled to who gives it, and an orchestrator knows everybody; a mediator and atomicity limit growth and availability;
 * services that keep their own transactions scale out; a chain has no place that knows the whole. The two anti-patterns
 * have no ratings that would speak for them.
 *
 * @param coupling of the services
 * @param scalability of the whole
 * @param availability of the whole
 * @param complexity of what is built
 */
record Ratings(String coupling, String scalability, String availability, String complexity) {

    /** Those of a pattern; empty for an anti-pattern. */
    static Optional<Ratings> of(Pattern pattern) {
        return switch (pattern) {
            case EPIC -> Optional.of(new Ratings("high", "low", "low", "low"));
            case FAIRY_TALE -> Optional.of(new Ratings("high", "high", "medium", "low"));
            case PHONE_TAG -> Optional.of(new Ratings("high", "low", "low", "high"));
            case TIME_TRAVEL -> Optional.of(new Ratings("medium", "high", "medium", "low"));
            case PARALLEL -> Optional.of(new Ratings("low", "high", "high", "low"));
            case ANTHOLOGY -> Optional.of(new Ratings("very low", "very high", "very high", "very high"));
            case FANTASY_FICTION, HORROR_STORY -> Optional.empty();
        };
    }

    /** The four in words. */
    String text() {
        return "coupling " + coupling + ", scalability " + scalability + ", availability " + availability
                + ", complexity " + complexity;
    }
}
