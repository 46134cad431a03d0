package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Diagnostics;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Words what {@link Layout} finds. */
final class LayoutFindings {

    private static final int OPEN_BRACKETS_SHOWN = 3;

    private final Places places;
    private final Diagnostics diagnostics;

    LayoutFindings(Places places, Diagnostics diagnostics) {
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** Something new begins, or the file ends, where brackets are still open; the innermost is the first of them. */
    void unclosed(List<Token> open, Token next, Token last) {
        String closing = Words.written(Layout.closing(open.get(0)));
        boolean atEnd = next.getType() == Token.EOF;
        Diagnostic finding = Diagnostic.of(
                DiagnosticId.SYNTAX_UNEXPECTED,
                atEnd ? places.behind(last) : places.of(next),
                "`" + closing + "` is missing "
                        + (atEnd ? "at the end of the file" : "before `" + next.getText() + "`"));
        for (Token bracket : open.subList(0, Math.min(OPEN_BRACKETS_SHOWN, open.size()))) {
            finding = finding.withNote("`" + bracket.getText() + "` is opened here", places.of(bracket));
        }
        diagnostics.report(finding);
    }

    /** A bracket is still open at the end of what it can enclose. */
    void unclosed(Token bracket, Token last) {
        String closing = Words.written(Layout.closing(bracket));
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.SYNTAX_UNEXPECTED,
                        places.of(last),
                        "`" + closing + "` is missing after " + Wording.quoted(last))
                .withNote("`" + bracket.getText() + "` is opened here", places.of(bracket)));
    }

    void missingBrace(Token last) {
        diagnostics.report(Diagnostic.of(
                DiagnosticId.SYNTAX_UNEXPECTED, places.of(last), "`{` is missing after " + Wording.quoted(last)));
    }

    void unclosedText(Token opening) {
        boolean isTemplate = opening.getType() == SagaLexer.TEMPLATE_OPEN;
        diagnostics.report(
                Diagnostic.of(
                                DiagnosticId.SYNTAX_TOKEN,
                                places.of(opening),
                                isTemplate
                                        ? "the template is not closed on its line"
                                        : "the text is not closed on its line")
                        .withHelp(
                                isTemplate
                                        ? "a template ends with `}`; the characters `${` themselves are written `\\${`"
                                        : "a text ends with `\"` on the line on which it begins; a line break in it is written `\\n`"));
    }

    void unclosedComment(Token comment) {
        diagnostics.report(
                Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, places.beginning(comment, 2), "the comment is not closed")
                        .withHelp("a comment that begins with `/*` ends with `*/`"));
    }

    void tooDeep(Token bracket) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticId.LIMITS_NESTING,
                        places.of(bracket),
                        "brackets are nested deeper than " + Layout.DEEPEST)
                .withHelp("move a part of it into a saga of its own, or name an intermediate value"));
    }

    void tooLong(Token name) {
        diagnostics.report(Diagnostic.of(
                DiagnosticId.LIMITS_IDENTIFIER,
                places.of(name),
                "the name " + Wording.quoted(name) + " is longer than " + Layout.LONGEST_NAME + " characters"));
    }
}
