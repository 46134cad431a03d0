package dev.skald.dsl.format.saga;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.format.KeptComments;
import java.util.List;

/** What is written so far: words and line ends, which the layout puts in order. */
final class Sheet {

    private final StringBuilder text = new StringBuilder();
    private final KeptComments comments;

    Sheet(KeptComments comments) {
        this.comments = comments;
    }

    /** Writes words behind what is there. */
    Sheet add(String words) {
        text.append(words).append(' ');
        return this;
    }

    /** Ends the line. */
    Sheet line() {
        text.append('\n');
        return this;
    }

    /** Ends the line, and writes what stands above the part of the tree at {@code place}. */
    Sheet line(SourceLocation place) {
        return line().comments(comments.above(place));
    }

    /** Whether something stands above one of the parts at {@code places}. */
    boolean hasCommentsAbove(List<SourceLocation> places) {
        return places.stream().map(comments::above).anyMatch(lines -> !lines.isEmpty());
    }

    /** Writes the comments at the end of the file. */
    Sheet lastComments() {
        return line().line().comments(comments.atEnd());
    }

    private Sheet comments(List<String> lines) {
        lines.forEach(line -> text.append(("// " + line).stripTrailing()).append('\n'));
        return this;
    }

    String text() {
        return text.toString();
    }
}
