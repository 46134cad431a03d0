package dev.skald.dsl.format.layout;

import dev.skald.dsl.syntax.written.Written;
import dev.skald.dsl.syntax.written.Written.Phrase;
import dev.skald.dsl.syntax.written.Written.Word;
import java.util.ArrayList;
import java.util.List;

/** Lays out values, calls and signatures: long ones are broken behind their parenthesis, or before their operators. */
final class ExpressionLayout {

    /** How far what is broken off a line is indented. */
    static final int INDENT = 4;

    private ExpressionLayout() {}

    /** {@code participant.operation(…)}; its arguments are indented by {@code columns} where they are broken off. */
    static Doc call(Phrase call, int columns) {
        return new Doc.Row(call.parts().stream()
                .map(part -> part instanceof Phrase phrase && phrase.kind() == Written.Kind.ARGUMENTS
                        ? list(phrase, columns, Doc.NOTHING)
                        : PartLayout.doc(part))
                .toList());
    }

    /** Parts between brackets, with commas; {@code last} is what precedes the closing one where it is broken. */
    static Doc list(Phrase list, int columns, Doc last) {
        List<Written> parts = list.parts();
        Written open = parts.get(0);
        Written close = parts.get(parts.size() - 1);
        if (parts.size() == 2) {
            return Doc.row(PartLayout.doc(open), PartLayout.doc(close));
        }
        boolean broken = WordLayout.hasCommentsInside(parts);
        List<Doc> inside = new ArrayList<>();
        for (Written part : parts.subList(1, parts.size() - 1)) {
            boolean isComma = part instanceof Word word && word.is(",");
            if (!isComma && !inside.isEmpty()) {
                inside.add(mayBeginLine(part) ? Doc.LINE : Doc.BLANK);
            }
            inside.add(PartLayout.doc(part));
        }
        Doc doc = Doc.row(
                PartLayout.doc(open),
                Doc.nest(
                        columns,
                        mayBeginLine(parts.get(1)) ? Doc.BREAK : Doc.NOTHING,
                        new Doc.Group(new Doc.Row(inside), broken)),
                last,
                PartLayout.doc(close));
        return new Doc.Group(doc, broken);
    }

    /** Whether the language does not take a part for the beginning of something new if it is first on its line. */
    private static boolean mayBeginLine(Written part) {
        List<Word> words = part.words().limit(2).toList();
        return !words.get(0).beginsLine() || (words.size() > 1 && words.get(1).is(":"));
    }

    /** Operands with the operators between them; a line ends before an operator. */
    static Doc operation(Phrase operation) {
        List<Doc> docs = new ArrayList<>();
        for (int index = 0; index < operation.parts().size(); index++) {
            if (index > 0) {
                docs.add(index % 2 == 1 ? Doc.LINE : Doc.BLANK);
            }
            docs.add(PartLayout.doc(operation.parts().get(index)));
        }
        return new Doc.Group(new Doc.Nest(INDENT, new Doc.Row(docs)), WordLayout.hasCommentsInside(operation.parts()));
    }
}
