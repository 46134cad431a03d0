package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Comment;
import dev.skald.dsl.syntax.written.Gap;
import java.util.List;

/** A text that is not on its lines yet: what it says, and where a line may end in it. */
sealed interface Doc {

    /** Nothing. */
    Doc NOTHING = new Row(List.of());

    /** One blank that never ends a line. */
    Doc BLANK = new Space(" ");

    /** The end of a line where its group is broken, one blank where it is not. */
    Doc LINE = new Line(" ");

    /** The end of a line where its group is broken, nothing where it is not. */
    Doc BREAK = new Line("");

    /** The end of a line. */
    Doc HARD_LINE = new HardLine(false);

    /** A word as it is written. */
    record Text(String text) implements Doc {}

    /** What separates two words on a line. */
    record Space(String blanks) implements Doc {}

    /** Where a line ends if its group is broken; {@code flat} is written if it is not. */
    record Line(String flat) implements Doc {}

    /** The end of a line, and of an empty one behind it where that is wanted. */
    record HardLine(boolean blank) implements Doc {}

    /** What is written only where its group is not broken. */
    record IfFlat(String text) implements Doc {}

    /** Where neighbouring lines are aligned, if its group is broken; those of one kind are. */
    record Tab(String kind) implements Doc {}

    /** One after the other. */
    record Row(List<Doc> docs) implements Doc {
        public Row {
            docs = List.copyOf(docs);
        }
    }

    /** On one line if there is room; {@code broken} says that it is not to be. */
    record Group(Doc doc, boolean broken) implements Doc {}

    /** Lines that begin in it are indented further. */
    record Nest(int columns, Doc doc) implements Doc {}

    /** A comment in front of a word, or of another comment; {@code first} where it is the first in front of a word. */
    record Before(Comment comment, boolean first) implements Doc {}

    /** What follows the last comment in front of a word. */
    record BehindComments(Gap gap) implements Doc {}

    /** A comment at the end of a line. */
    record AtEnd(Comment comment) implements Doc {}

    /** One after the other. */
    static Doc row(Doc... docs) {
        return new Row(List.of(docs));
    }

    /** A word of one's own. */
    static Doc text(String text) {
        return new Text(text);
    }

    /** On one line if there is room. */
    static Doc group(Doc... docs) {
        return new Group(row(docs), false);
    }

    /** Indented further. */
    static Doc nest(int columns, Doc... docs) {
        return new Nest(columns, row(docs));
    }
}
