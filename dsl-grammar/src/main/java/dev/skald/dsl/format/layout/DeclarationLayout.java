package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Gap;
import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Kind;
import dev.skald.dsl.syntax.written.Written.Phrase;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayList;
import java.util.List;

/** Lays out declarations. */
final class DeclarationLayout {

    private DeclarationLayout() {}

    // Records, errors and enums

    /** A record, an error or an enum; those that follow each other have their braces in one column. */
    static Doc withMembers(Phrase declaration) {
        Written word = declaration.parts().get(0);
        Phrase members = (Phrase) declaration.parts().get(2);
        return Doc.row(
                PartLayout.doc(word),
                Doc.BLANK,
                PartLayout.doc(declaration.parts().get(1)),
                Doc.BLANK,
                new Doc.Tab(WordLayout.first(word).text()),
                members(members, declaration.kind() == Kind.ENUM));
    }

    private static Doc members(Phrase members, boolean isEnum) {
        List<Written> parts = members.parts();
        List<Doc> docs = new ArrayList<>();
        for (int index = 1; index < parts.size() - 1; index++) {
            Written part = parts.get(index);
            if (part instanceof Word word && word.is(",")) {
                boolean isLast = index == parts.size() - 2;
                docs.add(comma(word, isLast ? Doc.NOTHING : isEnum ? Doc.text(",") : new Doc.IfFlat(",")));
            } else {
                docs.addAll(member(parts, index));
            }
        }
        boolean hasCommentedComma = parts.stream()
                .anyMatch(part -> part instanceof Word word && word.is(",") && WordLayout.hasComments(word));
        return hasCommentedComma ? BraceLayout.broken(parts, docs) : BraceLayout.asWritten(parts, docs);
    }

    private static Doc comma(Word comma, Doc shown) {
        return Doc.row(shown, WordLayout.comments(comma));
    }

    private static List<Doc> member(List<Written> parts, int index) {
        Written part = parts.get(index);
        List<Doc> docs = new ArrayList<>();
        if (index > 1) {
            boolean hasComma = parts.get(index - 1) instanceof Word;
            docs.add(hasComma ? Doc.NOTHING : new Doc.IfFlat(","));
            docs.add(WordLayout.gapBefore(part) == Gap.BLANK_LINE ? new Doc.HardLine(true) : Doc.LINE);
        }
        docs.add(part instanceof Phrase field && field.kind() == Kind.FIELD ? field(field) : PartLayout.doc(part));
        return docs;
    }

    /** A field: where each has its line, the types stand in one column. */
    private static Doc field(Phrase field) {
        List<Written> parts = field.parts();
        return Doc.row(
                PartLayout.sentence(parts.subList(0, 2)),
                Doc.BLANK,
                new Doc.Tab("field"),
                PartLayout.sentence(parts.subList(2, parts.size())));
    }

    // Participants

    static Doc participant(Phrase participant) {
        List<Written> parts = participant.parts();
        return Doc.row(
                PartLayout.sentence(parts.subList(0, 2)),
                suffixes(parts.subList(2, parts.size() - 1)),
                Doc.BLANK,
                PartLayout.doc(parts.get(parts.size() - 1)));
    }

    /** An operation: where it is too long, first what follows its signature is broken off. */
    static Doc operation(Phrase operation) {
        List<Written> parts = operation.parts();
        int suffixes = (int) parts.stream().filter(DeclarationLayout::isSuffix).count();
        int signature = parts.size() - suffixes;
        return Doc.row(
                PartLayout.sentence(parts.subList(0, signature)), suffixes(parts.subList(signature, parts.size())));
    }

    private static Doc suffixes(List<Written> suffixes) {
        List<Doc> docs = new ArrayList<>();
        for (Written suffix : suffixes) {
            docs.add(Doc.LINE);
            docs.add(PartLayout.doc(suffix));
        }
        return new Doc.Group(
                new Doc.Nest(ExpressionLayout.INDENT, new Doc.Row(docs)), WordLayout.hasCommentsInside(suffixes));
    }

    private static boolean isSuffix(Written part) {
        return part instanceof Phrase phrase && phrase.kind() == Kind.SUFFIX;
    }

    // Sagas

    static Doc saga(Phrase saga) {
        List<Written> parts = saga.parts();
        List<Written> clauses = parts.stream().filter(ClauseLayout::isClause).toList();
        Phrase body = (Phrase) parts.get(parts.size() - 1);
        return Doc.row(
                signature(parts.subList(0, parts.size() - clauses.size() - 1)),
                ClauseLayout.lines(clauses),
                clauses.isEmpty() ? Doc.BLANK : Doc.HARD_LINE,
                StatementLayout.lines(body));
    }

    private static Doc signature(List<Written> parts) {
        Phrase parameters = (Phrase) parts.get(2);
        return Doc.row(
                PartLayout.sentence(parts.subList(0, 2)),
                ExpressionLayout.list(parameters, ExpressionLayout.INDENT, Doc.BREAK),
                PartLayout.sentence(parts.subList(3, parts.size())));
    }
}
