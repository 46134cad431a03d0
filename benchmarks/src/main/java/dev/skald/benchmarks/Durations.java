package dev.skald.benchmarks;

/**
 * How long each step takes, in milliseconds; its undo takes as long.
 *
 * @param first the first step
 * @param second the second
 * @param third the third
 */
record Durations(int first, int second, int third) {

    int sum() {
        return first + second + third;
    }

    int longest() {
        return Math.max(third, longestUndo());
    }

    /** The undos of the first two, one after the other. */
    int undos() {
        return first + second;
    }

    /** The undos of the first two, together. */
    int longestUndo() {
        return Math.max(first, second);
    }
}
