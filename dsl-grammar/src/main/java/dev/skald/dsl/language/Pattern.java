package dev.skald.dsl.language;

import static dev.skald.dsl.language.Communication.ASYNC;
import static dev.skald.dsl.language.Communication.SYNC;
import static dev.skald.dsl.language.Consistency.ATOMIC;
import static dev.skald.dsl.language.Consistency.EVENTUAL;
import static dev.skald.dsl.language.Coordination.CHOREOGRAPHED;
import static dev.skald.dsl.language.Coordination.ORCHESTRATED;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The eight transactional sagas of <em>Software Architecture: The Hard Parts</em>: one for each choice of the three
 * words.
 */
public enum Pattern {
    EPIC("Epic", SYNC, ATOMIC, ORCHESTRATED),
    FAIRY_TALE("Fairy Tale", SYNC, EVENTUAL, ORCHESTRATED),
    PHONE_TAG("Phone Tag", SYNC, ATOMIC, CHOREOGRAPHED),
    TIME_TRAVEL("Time Travel", SYNC, EVENTUAL, CHOREOGRAPHED),
    FANTASY_FICTION("Fantasy Fiction", ASYNC, ATOMIC, ORCHESTRATED),
    HORROR_STORY("Horror Story", ASYNC, ATOMIC, CHOREOGRAPHED),
    PARALLEL("Parallel", ASYNC, EVENTUAL, ORCHESTRATED),
    ANTHOLOGY("Anthology", ASYNC, EVENTUAL, CHOREOGRAPHED);

    private final String title;
    private final Communication communication;
    private final Consistency consistency;
    private final Coordination coordination;

    Pattern(String title, Communication communication, Consistency consistency, Coordination coordination) {
        this.title = title;
        this.communication = communication;
        this.consistency = consistency;
        this.coordination = coordination;
    }

    /** The pattern of three words. */
    public static Pattern of(Communication communication, Consistency consistency, Coordination coordination) {
        return Arrays.stream(values())
                .filter(pattern -> pattern.communication == communication
                        && pattern.consistency == consistency
                        && pattern.coordination == coordination)
                .findFirst()
                .orElseThrow();
    }

    /** The pattern that a definition calls {@code word}, such as {@code fairy-tale}. */
    public static Optional<Pattern> ofWord(String word) {
        return Arrays.stream(values())
                .filter(pattern -> pattern.word().equals(word))
                .findFirst();
    }

    /** Its name in a definition: lower case, with a hyphen. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    public Communication communication() {
        return communication;
    }

    public Consistency consistency() {
        return consistency;
    }

    public Coordination coordination() {
        return coordination;
    }

    /** The three words as a definition writes them: {@code sync atomic orchestrated}. */
    public String words() {
        return (communication + " " + consistency + " " + coordination).toLowerCase(Locale.ROOT);
    }
}
