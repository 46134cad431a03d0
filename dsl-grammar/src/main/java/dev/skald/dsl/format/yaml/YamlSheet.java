package dev.skald.dsl.format.yaml;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.format.KeptComments;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of a YAML file, as far as they are written. */
final class YamlSheet {

    private static final int STEP = 2;

    private final StringBuilder text = new StringBuilder();
    private final KeptComments comments;
    private int indent;
    private int dashesDue;

    YamlSheet(KeptComments comments) {
        this.comments = comments;
    }

    String text() {
        return text.toString();
    }

    /** {@code key: value}; the value is written as YAML already. */
    YamlSheet entry(String key, String value) {
        return line(key + ": " + value);
    }

    /** A key, and below it what {@code content} writes. */
    YamlSheet block(String key, Runnable content) {
        line(key + ":");
        indent += STEP;
        content.run();
        indent -= STEP;
        return this;
    }

    /** An entry of a list; of what {@code content} writes, the first line stands behind the dash. */
    void item(Runnable content) {
        dashesDue++;
        indent += STEP;
        content.run();
        indent -= STEP;
    }

    /** An entry of a list that is a single value. */
    void item(String value) {
        line("- " + value);
    }

    /** {@code [a, b]} */
    static String flow(List<String> values) {
        return values.stream().map(ScalarText::valueInBraces).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code { a: x, b: y }}, of entries that are written as YAML already. */
    static String braces(List<String> entries) {
        return entries.isEmpty() ? "{}" : entries.stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** Writes the comments above the part of the tree at {@code place}. */
    YamlSheet at(SourceLocation place) {
        comments.above(place).forEach(this::comment);
        return this;
    }

    /** Whether something stands above one of the parts at {@code places}. */
    boolean hasCommentsAbove(List<SourceLocation> places) {
        return places.stream().map(comments::above).anyMatch(lines -> !lines.isEmpty());
    }

    /** Writes the comments at the end of the file. */
    YamlSheet lastComments() {
        if (!comments.atEnd().isEmpty()) {
            blank();
        }
        comments.atEnd().forEach(this::comment);
        return this;
    }

    /** An empty line, unless the file begins here. */
    YamlSheet blank() {
        text.append(text.isEmpty() ? "" : "\n");
        return this;
    }

    /** What stands above the first line of an entry stands above its dash. */
    private void comment(String comment) {
        begin().append(("# " + comment).stripTrailing()).append('\n');
    }

    private YamlSheet line(String line) {
        begin().append("- ".repeat(dashesDue)).append(line).append('\n');
        dashesDue = 0;
        return this;
    }

    private StringBuilder begin() {
        return text.append(" ".repeat(indent - STEP * dashesDue));
    }
}
