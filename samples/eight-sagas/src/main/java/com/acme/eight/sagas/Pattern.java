package com.acme.eight.sagas;

import java.util.Locale;

/** The eight sagas, each a definition of the same flow that differs in its three words. */
public enum Pattern {
    /** The caller waits, all or nothing, and one workflow leads. */
    EPIC("Epic", "sync atomic orchestrated"),
    /** The caller waits, and is told of a refusal before the undos are sent by the one workflow that leads. */
    FAIRY_TALE("Fairy Tale", "sync eventual orchestrated"),
    /** A chain: each link waits for the next one, and a refusal travels up and is undone on its way. */
    PHONE_TAG("Phone Tag", "sync atomic choreographed"),
    /** A chain without undos: each link waits for the next one, and a refusal stops it where it is. */
    TIME_TRAVEL("Time Travel", "sync eventual choreographed"),
    /** An Epic whose independent steps, and whose undos, are at once. */
    FANTASY_FICTION("Fantasy Fiction", "async atomic orchestrated"),
    /** A chain that hands over before each step, so that requests, results and verdicts overtake each other. */
    HORROR_STORY("Horror Story", "async atomic choreographed"),
    /** A Fairy Tale whose independent steps are at once. */
    PARALLEL("Parallel", "async eventual orchestrated"),
    /** A chain without undos that hands on and forgets: each link is over once the next one has it. */
    ANTHOLOGY("Anthology", "async eventual choreographed");

    private final String title;
    private final String words;

    Pattern(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /**
     * Its name.
     *
     * @return such as {@code Fairy Tale}
     */
    public String title() {
        return title;
    }

    /**
     * Its three words.
     *
     * @return such as {@code sync eventual orchestrated}
     */
    public String words() {
        return words;
    }

    /**
     * Whether its caller waits for the answer.
     *
     * @return true for {@code sync}
     */
    public boolean isSync() {
        return words.startsWith("sync");
    }

    /**
     * Whether it is all or nothing.
     *
     * @return true for {@code atomic}
     */
    public boolean isAtomic() {
        return words.contains("atomic");
    }

    /**
     * Whether one workflow leads.
     *
     * @return true for {@code orchestrated}
     */
    public boolean isOrchestrated() {
        return words.endsWith("orchestrated");
    }

    /**
     * Whether it undoes anything.
     *
     * @return false for those that are eventual and choreographed
     */
    public boolean undoes() {
        return isAtomic() || isOrchestrated();
    }

    /**
     * Whether its undos have an order, last first.
     *
     * @return true for those that are sync and atomic
     */
    public boolean undoesOneByOne() {
        return isSync() && isAtomic();
    }

    /**
     * Whether steps that need nothing of each other run at once.
     *
     * @return true for {@code async}, but for the one that hands over after its own step
     */
    public boolean beginsAtOnce() {
        return !isSync() && undoes();
    }

    /**
     * Where its definition is.
     *
     * @return such as {@code fairy-tale.saga}
     */
    public String file() {
        return title.toLowerCase(Locale.ROOT).replace(' ', '-') + ".saga";
    }

    @Override
    public String toString() {
        return title;
    }
}
