package dev.skald.benchmarks;

/** The four orchestrated sagas. */
enum Pattern {
    EPIC("Epic", false, true),
    FANTASY_FICTION("Fantasy Fiction", true, true),
    FAIRY_TALE("Fairy Tale", false, false),
    PARALLEL("Parallel", true, false);

    private final String title;
    private final boolean async;
    private final boolean atomic;

    Pattern(String title, boolean async, boolean atomic) {
        this.title = title;
        this.async = async;
        this.atomic = atomic;
    }

    String title() {
        return title;
    }

    boolean isAsync() {
        return async;
    }

    boolean isAtomic() {
        return atomic;
    }
}
