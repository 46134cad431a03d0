package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayList;
import java.util.List;

/** Lays out what stands in braces. */
final class BraceLayout {

    private static final int INDENT = 2;

    private BraceLayout() {}

    /**
     * Braces with what is in them, on one line only if they were.
     *
     * @param parts an opening brace, what is in it, and a closing one
     * @param content what is in it, laid out, with its separators
     */
    static Doc asWritten(List<Written> parts, List<Doc> content) {
        return braces(parts, content, isBroken(parts));
    }

    /** Braces with what is in them, never on one line but where they are empty. */
    static Doc broken(List<Written> parts, List<Doc> content) {
        return braces(parts, content, true);
    }

    /** Whether there was a line's end behind the opening brace, or has to be one somewhere between the two. */
    static boolean isBroken(List<Written> parts) {
        Word close = WordLayout.first(parts.get(parts.size() - 1));
        return WordLayout.gapBefore(parts.get(1)).isBreak()
                || WordLayout.hasCommentsInside(parts)
                || !close.before().isEmpty();
    }

    private static Doc braces(List<Written> parts, List<Doc> content, boolean broken) {
        Word open = WordLayout.first(parts.get(0));
        Word close = WordLayout.first(parts.get(parts.size() - 1));
        boolean isEmpty = content.isEmpty() && !WordLayout.hasCommentsInside(parts);
        if (isEmpty) {
            return Doc.row(WordLayout.word(open), WordLayout.word(close));
        }
        List<Doc> inside = new ArrayList<>();
        inside.add(Doc.LINE);
        inside.addAll(content);
        inside.add(lastComments(close));
        Doc doc = Doc.row(
                WordLayout.word(open),
                new Doc.Nest(INDENT, new Doc.Row(inside)),
                Doc.LINE,
                WordLayout.withoutCommentsBefore(close));
        return new Doc.Group(doc, broken);
    }

    /** The comments before a closing brace stand in it as what precedes them does. */
    private static Doc lastComments(Word close) {
        return close.before().isEmpty()
                ? Doc.NOTHING
                : Doc.row(WordLayout.lineBefore(close), WordLayout.commentsBefore(close));
    }
}
