package dev.skald.dsl.format.layout;

import java.util.Optional;

/**
 * A line before it is aligned with its neighbours.
 *
 * @param indent how many blanks it begins with
 * @param text what follows them; it may hold line breaks of a comment
 * @param tab where it is aligned
 * @param comment the comment at its end; empty where there is none
 */
record PageLine(int indent, String text, Optional<Tab> tab, String comment) {

    /** An empty line. */
    static final PageLine EMPTY = new PageLine(0, "", Optional.empty(), "");

    /**
     * A place in a line.
     *
     * @param kind what is aligned with it
     * @param column how many characters of the text precede it
     */
    record Tab(String kind, int column) {}

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether nothing but a comment is on it. */
    boolean isComment() {
        return text.startsWith("//") || text.startsWith("/*");
    }

    /** How long it is without the comment at its end. */
    int width() {
        return indent + text.length() - (text.lastIndexOf('\n') + 1);
    }

    /** The line with blanks put in at its tab. */
    PageLine padded(int blanks) {
        int at = tab.orElseThrow().column();
        return new PageLine(
                indent, text.substring(0, at) + " ".repeat(blanks) + text.substring(at), Optional.empty(), comment);
    }
}
