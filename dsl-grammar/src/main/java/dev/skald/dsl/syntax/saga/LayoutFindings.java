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
    Diagnostic unclosed(List<Token> open, Token next, Token last) {
        String closing = Words.written(Brackets.closing(open.get(0)));
        boolean atEnd = next.getType() == Token.EOF;
        Diagnostic finding = Diagnostic.of(
                DiagnosticId.SYNTAX_UNEXPECTED,
                atEnd ? places.behind(last) : places.of(next),
                "`" + closing + "` is missing "
                        + (atEnd ? "at the end of the file" : "before `" + next.getText() + "`"));
        for (Token bracket : open.subList(0, Math.min(OPEN_BRACKETS_SHOWN, open.size()))) {
            finding = finding.withNote("`" + bracket.getText() + "` is opened here", places.of(bracket));
        }
        return finding;
    }

    /** A bracket is still open at the end of what it can enclose. */
    Diagnostic unclosed(Token bracket, Token last) {
        String closing = Words.written(Brackets.closing(bracket));
        return Diagnostic.of(
                        DiagnosticId.SYNTAX_UNEXPECTED,
                        places.of(last),
                        "`" + closing + "` is missing after " + Wording.quoted(last))
                .withNote("`" + bracket.getText() + "` is opened here", places.of(bracket));
    }

    void misspelt(Token word, int meant) {
        diagnostics.report(Spelling.finding(word, meant, places.of(word)));
    }

    void missingBrace(Token last) {
        diagnostics.report(Diagnostic.of(
                DiagnosticId.SYNTAX_UNEXPECTED, places.of(last), "`{` is missing after " + Wording.quoted(last)));
    }

    /** A text, or a template in one, is open at the end of its line. */
    Diagnostic unclosedText(Token opening) {
        return opening.getType() == SagaLexer.TEMPLATE_OPEN
                ? Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, places.of(opening), "the template is not closed on its line")
                        .withHelp("a template ends with `}`; the characters `${` themselves are written `\\${`")
                : Diagnostic.of(DiagnosticId.SYNTAX_TOKEN, places.of(opening), "the text is not closed on its line")
                        .withHelp("a text ends with `\"` on the line on which it begins; a line break in it is `\\n`");
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
                        "brackets are nested deeper than " + Brackets.DEEPEST)
                .withHelp("move a part of it into a saga of its own, or name an intermediate value"));
    }

    void tooLong(Token name) {
        diagnostics.report(Diagnostic.of(
                DiagnosticId.LIMITS_IDENTIFIER,
                places.of(name),
                "the name " + Wording.quoted(name) + " is longer than " + Layout.LONGEST_NAME + " characters"));
    }
}
