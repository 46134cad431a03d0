package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Kind;
import dev.skald.dsl.syntax.written.Written.Phrase;
import java.util.ArrayList;
import java.util.List;

/** Lays out statements and the blocks of them. */
final class StatementLayout {

    private StatementLayout() {}

    /** A block: on one line if it was, where there is but one short statement in it. */
    static Doc block(Phrase block) {
        List<Written> parts = block.parts();
        return parts.size() > 3
                ? BraceLayout.broken(parts, separated(parts))
                : BraceLayout.asWritten(parts, separated(parts));
    }

    /** Braces with a line for each of what is in them. */
    static Doc lines(Phrase braces) {
        return BraceLayout.broken(braces.parts(), separated(braces.parts()));
    }

    private static List<Doc> separated(List<Written> parts) {
        List<Doc> docs = new ArrayList<>();
        for (Written part : parts.subList(1, parts.size() - 1)) {
            if (!docs.isEmpty()) {
                docs.add(WordLayout.lineBefore(part));
            }
            docs.add(PartLayout.doc(part));
        }
        return docs;
    }

    /** A step: its call, and a line for each clause. */
    static Doc step(Phrase step) {
        List<Written> clauses =
                step.parts().stream().filter(ClauseLayout::isClause).toList();
        List<Doc> docs = new ArrayList<>();
        for (Written part : step.parts().subList(0, step.parts().size() - clauses.size())) {
            docs.add(docs.isEmpty() ? Doc.NOTHING : Doc.BLANK);
            docs.add(part instanceof Phrase phrase && phrase.kind() == Kind.HEAD ? head(phrase) : PartLayout.doc(part));
        }
        docs.add(ClauseLayout.lines(clauses));
        return new Doc.Row(docs);
    }

    /** What precedes a step's clauses: arguments that are broken off are indented further than those. */
    private static Doc head(Phrase head) {
        List<Doc> docs = new ArrayList<>();
        for (Written part : head.parts()) {
            docs.add(docs.isEmpty() ? Doc.NOTHING : Doc.BLANK);
            docs.add(
                    part instanceof Phrase phrase && phrase.kind() == Kind.CALL
                            ? ExpressionLayout.call(phrase, 2 * ExpressionLayout.INDENT)
                            : PartLayout.doc(part));
        }
        return new Doc.Row(docs);
    }
}
