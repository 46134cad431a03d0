package dev.skald.benchmarks;

/** What the three steps of a saga have to do with each other, and how it ends. */
enum Flow {
    /** None of them needs another. */
    FREE("three steps that need nothing of each other"),

    /** The third needs what the first one answered. */
    CHAINED("the third step needs the first one's answer"),

    /** As the first, and the third step is refused. */
    REFUSED("three steps that need nothing of each other, the third refused: until the caller is told");

    private final String words;

    Flow(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isRefused() {
        return this == REFUSED;
    }

    /** The least time that the participants alone need until the caller is answered. */
    int ideal(Pattern pattern, Durations durations) {
        int steps = steps(pattern, durations);
        if (!isRefused() || !pattern.isAtomic()) {
            return steps;
        }
        return steps + (pattern.isAsync() ? durations.longestUndo() : durations.undos());
    }

    private int steps(Pattern pattern, Durations durations) {
        if (!pattern.isAsync()) {
            return durations.sum();
        }
        return switch (this) {
            case FREE -> durations.longest();
            case CHAINED -> Math.max(durations.first() + durations.third(), durations.second());
            case REFUSED -> pattern.isAtomic() ? durations.longest() : durations.third();
        };
    }
}
