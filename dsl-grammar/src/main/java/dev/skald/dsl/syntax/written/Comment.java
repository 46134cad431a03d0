package dev.skald.dsl.syntax.written;

/**
 * A comment, {@code // …} or {@code /* … *}{@code /}.
 *
 * @param text as written, with its slashes
 * @param gap how it is separated from what precedes it, a word or another comment
 * @param line the line, counted from 1, that it begins on
 * @param column the column, counted from 1, that it begins at
 */
public record Comment(String text, Gap gap, int line, int column) {

    /** Whether it goes to the end of its line. */
    public boolean isLine() {
        return text.startsWith("//");
    }
}
