package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.syntax.saga.Arrangement.Unclosed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Puts tokens in a row and pairs the brackets among them. Every bracket that is opened is closed in the end, by an
 * invisible one if need be; what is nested too deeply is left out.
 */
final class Brackets {

    /** How many brackets may be open at a time. */
    static final int DEEPEST = 32;

    private static final Map<Integer, Integer> CLOSING = Map.of(
            SagaLexer.OPEN_BRACE, SagaLexer.CLOSE_BRACE,
            SagaLexer.OPEN_PAREN, SagaLexer.CLOSE_PAREN,
            SagaLexer.OPEN_BRACKET, SagaLexer.CLOSE_BRACKET,
            SagaLexer.TEXT_OPEN, SagaLexer.TEXT_CLOSE,
            SagaLexer.TEMPLATE_OPEN, SagaLexer.TEMPLATE_CLOSE,
            SagaLexer.LESS, SagaLexer.GREATER);

    private final LayoutFindings findings;

    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final BitSet settled = new BitSet();
    private final NavigableMap<Integer, Unclosed> unclosed = new TreeMap<>();

    private final Deque<Bracket> open = new ArrayDeque<>();
    private int openTexts;
    private int excused;
    private boolean nextIsSettled;
    private @Nullable Bracket tooDeep;
    private Token last;

    /** Nothing is open yet; {@code first} is the first token to come. */
    Brackets(Token first, LayoutFindings findings) {
        this.last = first;
        this.findings = findings;
    }

    /** The kind of token that closes {@code bracket}. */
    static int closing(Token bracket) {
        return CLOSING.getOrDefault(bracket.getType(), Token.INVALID_TYPE);
    }

    static boolean isOpening(int type) {
        return CLOSING.containsKey(type);
    }

    static boolean isClosing(int type) {
        return CLOSING.containsValue(type);
    }

    Arrangement arrangement() {
        return new Arrangement(tokens, depths, unclosed, settled);
    }

    // What is open

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** The region within the innermost bracket, or {@code outermost} where none is open. */
    Region region(Region outermost) {
        return open.isEmpty() ? outermost : open.element().region();
    }

    /** How many blocks of clauses are open around a place, one directly in the other. */
    int clauseBlocks() {
        int blocks = 0;
        for (Bracket bracket : open) {
            if (!bracket.region().hasClausesOnly()) {
                break;
            }
            blocks++;
        }
        return blocks;
    }

    boolean isInParentheses() {
        return isInnermost(SagaLexer.OPEN_PAREN) || isInnermost(SagaLexer.OPEN_BRACKET);
    }

    boolean isInText() {
        return openTexts > 0;
    }

    boolean isInnermost(int type) {
        return !open.isEmpty() && open.element().token().getType() == type;
    }

    /** The last token that somebody wrote. */
    Token last() {
        return last;
    }

    // Opening and closing

    void open(Token token, Region within) {
        int nesting = (open.isEmpty() ? 0 : open.element().nesting()) + (isText(token) ? 0 : 1);
        Bracket bracket = new Bracket(token, within, nesting, tokens.size());
        if (nesting > DEEPEST && tooDeep == null) {
            findings.tooDeep(token);
            tooDeep = bracket;
        }
        openTexts += isText(token) ? 1 : 0;
        add(token);
        open.push(bracket);
    }

    /** Opens a brace that nobody wrote, but somebody will close. */
    void openMissing(Region within) {
        findings.missingBrace(last);
        open(invisible(SagaLexer.OPEN_BRACE, behind(last), last), within);
    }

    /** Closes what the bracket closes; what was forgotten inside is closed before. */
    void close(Token token) {
        if (!isOpen(token)) {
            add(retyped(token, SagaLexer.STRAY_BRACKET));
            return;
        }
        while (closing(open.element().token()) != token.getType()) {
            closeForgotten();
        }
        closeInnermost(token);
    }

    /** Whether a bracket is open that {@code token} closes, and none in between that goes further than it. */
    private boolean isOpen(Token token) {
        for (Bracket bracket : open) {
            int closing = closing(bracket.token());
            if (closing == token.getType()) {
                return true;
            }
            if ((closing != SagaLexer.CLOSE_PAREN && closing != SagaLexer.CLOSE_BRACKET) || tooDeep != null) {
                return false;
            }
        }
        return false;
    }

    /** Closes the innermost bracket, which somebody forgot. */
    void closeForgotten() {
        Token opening = open.element().token();
        Token closing = closer(opening);
        if (open.size() > excused && tooDeep == null && isWritten(opening)) {
            unclosed.put(open.element().index(), new Unclosed(opening, closing, findings.unclosed(opening, last)));
        }
        closeInnermost(closing);
    }

    void closeParentheses() {
        while (isInParentheses() && tooDeep == null) {
            closeForgotten();
        }
    }

    /** Ends the texts that are open at the end of their line. What they may have swallowed is not asked for again. */
    void closeTexts() {
        if (openTexts == 0) {
            return;
        }
        int from = tokens.size();
        Bracket innermost = open.stream().filter(Bracket::isOfText).findFirst().orElseThrow();
        while (openTexts > 0) {
            from = open.element().index();
            closeInnermost(closer(open.element().token()));
        }
        if (tooDeep == null) {
            Unclosed finding = new Unclosed(innermost.token(), last, findings.unclosedText(innermost.token()));
            unclosed.put(innermost.index(), finding);
        }
        settled.set(from, tokens.size());
        excused = open.size();
        nextIsSettled = true;
    }

    /** Closes everything, because {@code next} can stand in no bracket. */
    void closeAllBefore(Token next) {
        if (!open.isEmpty()) {
            if (tooDeep == null) {
                List<Token> brackets = open.stream()
                        .map(Bracket::token)
                        .filter(Brackets::isWritten)
                        .toList();
                if (!brackets.isEmpty()) {
                    unclosed.put(
                            open.element().index(),
                            new Unclosed(brackets.get(0), next, findings.unclosed(brackets, next, last)));
                }
            }
            closeAll();
        }
    }

    /** Closes everything without a word. */
    void closeAll() {
        while (!open.isEmpty()) {
            closeInnermost(closer(open.element().token()));
        }
        nextIsSettled = true;
    }

    /** Types end without their closing angle; whether they should, the parser says. */
    void leaveTypes() {
        while (isInnermost(SagaLexer.LESS)) {
            left(open.pop());
        }
    }

    /** Lets everything begin within the innermost bracket, whatever it is. */
    void admitEverything() {
        Bracket bracket = open.pop();
        open.push(new Bracket(bracket.token(), Region.BLOCK, bracket.nesting(), bracket.index()));
    }

    private void closeInnermost(Token token) {
        Bracket closed = open.pop();
        openTexts -= isText(closed.token()) ? 1 : 0;
        excused = Math.min(excused, open.size());
        add(token);
        left(closed);
    }

    /** A bracket is no longer open: what was nested too deep in it was left out, and has ended with it. */
    private void left(Bracket bracket) {
        if (bracket.equals(tooDeep)) {
            tooDeep = null;
            nextIsSettled = true;
        }
    }

    private Token closer(Token opening) {
        nextIsSettled = true;
        return invisible(closing(opening), behind(last), last);
    }

    // Tokens

    void add(Token token) {
        if (tooDeep == null) {
            settled.set(tokens.size(), nextIsSettled);
            nextIsSettled = false;
            tokens.add(token);
            depths.add(open.size());
        }
        if (isWritten(token)) {
            last = token;
        }
    }

    /** Says that something new begins with {@code word}. */
    void mark(int marker, Token word) {
        add(invisible(marker, word.getStartIndex(), word));
    }

    static Token retyped(Token token, int type) {
        CommonToken other = new CommonToken(token);
        other.setType(type);
        return other;
    }

    private static Token invisible(int type, int at, Token near) {
        CommonToken invisible = new CommonToken(near);
        invisible.setType(type);
        invisible.setStartIndex(at);
        invisible.setStopIndex(at - 1);
        invisible.setText("");
        return invisible;
    }

    private static int behind(Token token) {
        return token.getStopIndex() + 1;
    }

    /** Whether somebody wrote the token. */
    private static boolean isWritten(Token token) {
        return token.getStopIndex() >= token.getStartIndex();
    }

    private static boolean isText(Token bracket) {
        return bracket.getType() == SagaLexer.TEXT_OPEN;
    }

    /** A bracket that is open, with what is in it and where it stands in the row. */
    private record Bracket(Token token, Region region, int nesting, int index) {

        /** Whether it is a text's quote, or opens a template in one. */
        boolean isOfText() {
            return isText(token) || token.getType() == SagaLexer.TEMPLATE_OPEN;
        }
    }
}
