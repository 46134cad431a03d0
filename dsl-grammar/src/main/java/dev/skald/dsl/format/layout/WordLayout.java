package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Comment;
import dev.skald.dsl.syntax.written.Gap;
import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out words with the comments around them. */
final class WordLayout {

    private WordLayout() {}

    /** A word with its comments. */
    static Doc word(Word word) {
        return Doc.row(commentsBefore(word), withoutCommentsBefore(word));
    }

    /** A word with the comments behind it. */
    static Doc withoutCommentsBefore(Word word) {
        return Doc.row(Doc.text(word.text()), commentsBehind(word));
    }

    /** The comments around a word that is left out: those on the line of what precedes it stand at the line's end. */
    static Doc comments(Word word) {
        List<Doc> docs = new ArrayList<>();
        boolean atEnd = true;
        for (Comment comment :
                Stream.concat(word.before().stream(), word.behind().stream()).toList()) {
            atEnd &= !comment.gap().isBreak() && !word.gap().isBreak();
            Gap gap = comment.gap().isBreak() ? comment.gap() : Gap.LINE;
            docs.add(
                    atEnd
                            ? new Doc.AtEnd(comment)
                            : new Doc.Before(
                                    new Comment(comment.text(), gap, comment.line(), comment.column()), false));
        }
        return new Doc.Row(docs);
    }

    /** The comments in front of a word, with what separates them from it. */
    static Doc commentsBefore(Word word) {
        if (word.before().isEmpty()) {
            return Doc.NOTHING;
        }
        List<Doc> docs = new ArrayList<>();
        for (Comment comment : word.before()) {
            docs.add(new Doc.Before(comment, docs.isEmpty()));
        }
        docs.add(new Doc.BehindComments(word.gap()));
        return new Doc.Row(docs);
    }

    private static Doc commentsBehind(Word word) {
        return new Doc.Row(word.behind().stream()
                .map(comment -> (Doc) new Doc.AtEnd(comment))
                .toList());
    }

    /** Whether a comment among parts, not before the first or behind the last word of them, takes a line's end. */
    static boolean hasCommentsInside(List<? extends Written> parts) {
        List<Word> words = parts.stream().flatMap(Written::words).toList();
        for (int index = 0; index < words.size(); index++) {
            boolean before = index > 0 && takesLine(words.get(index));
            boolean behind =
                    index < words.size() - 1 && !words.get(index).behind().isEmpty();
            if (before || behind) {
                return true;
            }
        }
        return false;
    }

    /** Whether there are comments around it. */
    static boolean hasComments(Word word) {
        return !word.before().isEmpty() || !word.behind().isEmpty();
    }

    private static boolean takesLine(Word word) {
        return !word.before().isEmpty()
                && (word.gap().isBreak()
                        || word.before().stream()
                                .anyMatch(comment -> comment.gap().isBreak()
                                        || comment.text().contains("\n")));
    }

    /** How a part and the comments before it are separated from what precedes them. */
    static Gap gapBefore(Written part) {
        return first(part).gapBefore();
    }

    /** The first word of a part. */
    static Word first(Written part) {
        return part.words().findFirst().orElseThrow();
    }

    /** The end of a line, with an empty one behind it where one was written before {@code next}. */
    static Doc lineBefore(Written next) {
        return new Doc.HardLine(gapBefore(next) == Gap.BLANK_LINE);
    }
}
