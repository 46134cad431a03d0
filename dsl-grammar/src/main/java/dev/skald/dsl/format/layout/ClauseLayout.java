package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Kind;
import dev.skald.dsl.syntax.written.Written.Phrase;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayList;
import java.util.List;

/** Lays out clauses: each on a line of its own, but for those that are read together. */
final class ClauseLayout {

    private static final Doc BETWEEN = new Doc.Space("  ");

    private ClauseLayout() {}

    /** A word with clauses in braces, such as {@code retry { attempts 5 }}. */
    static Doc settings(Phrase settings) {
        List<Written> parts = settings.parts();
        return parts.get(1) instanceof Word
                ? Doc.row(PartLayout.doc(parts.get(0)), Doc.BLANK, braces(parts.subList(1, parts.size())))
                : PartLayout.sentence(parts);
    }

    /** Clauses in braces, on one line if they were and there is room. */
    static Doc braces(List<Written> parts) {
        return BraceLayout.asWritten(parts, separated(inside(parts), new Doc.Line("  ")));
    }

    /** The braces of a compensation. */
    static Doc undo(Phrase undo) {
        return BraceLayout.broken(undo.parts(), separated(inside(undo.parts()), Doc.HARD_LINE));
    }

    /** The clauses of a step or a saga's head, each on a line of its own. */
    static Doc lines(List<? extends Written> clauses) {
        if (clauses.isEmpty()) {
            return Doc.NOTHING;
        }
        List<Doc> docs = new ArrayList<>();
        docs.add(Doc.HARD_LINE);
        docs.addAll(separated(clauses, Doc.HARD_LINE));
        return new Doc.Nest(ExpressionLayout.INDENT, new Doc.Row(docs));
    }

    /** Whether it is a clause of a step or a saga's head. */
    static boolean isClause(Written part) {
        return part instanceof Phrase phrase
                && switch (phrase.kind()) {
                    case PROPERTY, LIMIT, SETTINGS, CLAUSE, COMPENSATE -> true;
                    default -> false;
                };
    }

    private static List<Doc> separated(List<? extends Written> clauses, Doc separator) {
        List<Doc> docs = new ArrayList<>();
        for (int index = 0; index < clauses.size(); index++) {
            if (index > 0) {
                docs.add(separator(clauses.get(index - 1), clauses.get(index), separator));
            }
            docs.add(PartLayout.doc(clauses.get(index)));
        }
        return docs;
    }

    /** The three words stand on one line, and limits do if they did. */
    private static Doc separator(Written left, Written right, Doc separator) {
        if (isOf(left, Kind.PROPERTY) && isOf(right, Kind.PROPERTY)) {
            return Doc.BLANK;
        }
        boolean isJoined = isOf(left, Kind.LIMIT)
                && isOf(right, Kind.LIMIT)
                && !WordLayout.gapBefore(right).isBreak();
        return isJoined ? BETWEEN : separator;
    }

    private static boolean isOf(Written part, Kind kind) {
        return part instanceof Phrase phrase && phrase.kind() == kind;
    }

    private static List<Written> inside(List<Written> parts) {
        return parts.subList(1, parts.size() - 1);
    }
}
