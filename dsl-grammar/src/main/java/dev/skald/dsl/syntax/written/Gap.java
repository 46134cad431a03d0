package dev.skald.dsl.syntax.written;

/** What is between two neighbours of a file. */
public enum Gap {
    /** Blanks or nothing: both are on one line. */
    NONE,
    /** The second begins on the next line. */
    LINE,
    /** At least one line is empty between them. */
    BLANK_LINE;

    /** Whether the second is on another line than the first. */
    public boolean isBreak() {
        return this != NONE;
    }

    /** The gap between what ends on line {@code end} and what begins on line {@code start}. */
    public static Gap between(int end, int start) {
        return start <= end ? NONE : start == end + 1 ? LINE : BLANK_LINE;
    }
}
