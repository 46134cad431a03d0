package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Kind;
import dev.skald.dsl.syntax.written.Written.Phrase;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayList;
import java.util.List;

/** Lays out any part of a file, each kind as it asks for. */
final class PartLayout {

    private PartLayout() {}

    static Doc doc(Written part) {
        return part instanceof Phrase phrase ? phrase(phrase) : WordLayout.word((Word) part);
    }

    private static Doc phrase(Phrase phrase) {
        return switch (phrase.kind()) {
            case FILE -> throw new IllegalArgumentException("a file is laid out by its entries");
            case RECORD, ENUM -> DeclarationLayout.withMembers(phrase);
            case PARTICIPANT -> DeclarationLayout.participant(phrase);
            case SAGA -> DeclarationLayout.saga(phrase);
            case BRANCHES -> StatementLayout.lines(phrase);
            case OPERATION -> DeclarationLayout.operation(phrase);
            case PARAMETERS -> ExpressionLayout.list(phrase, 2 * ExpressionLayout.INDENT, Doc.NOTHING);
            case SETTINGS -> ClauseLayout.settings(phrase);
            case CLAUSES -> ClauseLayout.braces(phrase.parts());
            case UNDO -> ClauseLayout.undo(phrase);
            case BLOCK, OPERATIONS -> StatementLayout.block(phrase);
            case STEP -> StatementLayout.step(phrase);
            case CALL -> ExpressionLayout.call(phrase, ExpressionLayout.INDENT);
            case ARGUMENTS, LIST -> ExpressionLayout.list(phrase, ExpressionLayout.INDENT, Doc.NOTHING);
            case OPERATION_ON_MANY -> ExpressionLayout.operation(phrase);
            case PARENTHESES ->
                new Doc.Row(phrase.parts().stream().map(PartLayout::doc).toList());
            case TIGHT -> tight(phrase.parts());
            default -> sentence(phrase.parts());
        };
    }

    /** Words with a blank between them, as a sentence has it: none before a comma, a colon or a list of arguments. */
    static Doc sentence(List<? extends Written> parts) {
        List<Doc> docs = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            if (index > 0 && isApart(parts.get(index - 1), parts.get(index))) {
                docs.add(Doc.BLANK);
            }
            docs.add(doc(parts.get(index)));
        }
        return new Doc.Row(docs);
    }

    private static boolean isApart(Written left, Written right) {
        if (right instanceof Phrase phrase) {
            return phrase.kind() != Kind.ARGUMENTS && phrase.kind() != Kind.PARAMETERS && !isRange(left);
        }
        Word word = (Word) right;
        return !word.is(",") && !word.is(":") && !isRange(left) && !isRange(right);
    }

    private static boolean isRange(Written part) {
        return part instanceof Word word && word.is("..");
    }

    private static Doc tight(List<Written> parts) {
        List<Doc> docs = new ArrayList<>();
        for (Written part : parts) {
            docs.add(doc(part));
            if (part instanceof Word word && word.is(",")) {
                docs.add(Doc.BLANK);
            }
        }
        return new Doc.Row(docs);
    }
}
