package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostics;
import dev.skald.dsl.syntax.saga.LineRule.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Goes over the tokens once, before the parser: marks the words that begin something new, closes the brackets that were
 * left open where that becomes clear, and leaves out what is nested too deeply. The parser can then skip what it does
 * not understand without losing its place, and its stack stays small.
 */
final class Layout {

    /** How many brackets may be open at a time. */
    static final int DEEPEST = 32;

    /** How many characters a name may have. */
    static final int LONGEST_NAME = 100;

    private static final Map<Integer, Integer> CLOSING = Map.of(
            SagaLexer.OPEN_BRACE, SagaLexer.CLOSE_BRACE,
            SagaLexer.OPEN_PAREN, SagaLexer.CLOSE_PAREN,
            SagaLexer.OPEN_BRACKET, SagaLexer.CLOSE_BRACKET,
            SagaLexer.TEXT_OPEN, SagaLexer.TEXT_CLOSE,
            SagaLexer.TEMPLATE_OPEN, SagaLexer.TEMPLATE_CLOSE,
            SagaLexer.LESS, SagaLexer.GREATER);

    private static final Set<Integer> IN_TYPES =
            Set.of(SagaLexer.DOT, SagaLexer.COMMA, SagaLexer.QUESTION, SagaLexer.LESS, SagaLexer.GREATER);

    private static final Set<Integer> WITH_BLOCK =
            Set.of(SagaLexer.IF, SagaLexer.FOR, SagaLexer.PARALLEL, SagaLexer.BRANCH);

    private final List<Token> written;
    private final LineRule lineRule;
    private final LayoutFindings findings;

    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final BitSet settled = new BitSet();

    private final Deque<Bracket> open = new ArrayDeque<>();
    private Region outermost = Region.FILE;
    private int declaration = Token.INVALID_TYPE;
    private boolean blockIsDue;
    private int openTexts;
    private boolean nextIsSettled;
    private @Nullable Bracket tooDeep;
    private Token last;

    private Layout(List<Token> written, LayoutFindings findings) {
        this.written = written;
        this.lineRule = new LineRule(written);
        this.findings = findings;
        this.last = written.get(0);
    }

    /** The tokens of a file, arranged; {@code written} ends with the end of the file. */
    static Arrangement arrange(List<Token> written, Places places, Diagnostics diagnostics) {
        return new Layout(written, new LayoutFindings(places, diagnostics)).arrange();
    }

    /** The kind of token that closes {@code bracket}. */
    static int closing(Token bracket) {
        return CLOSING.getOrDefault(bracket.getType(), Token.INVALID_TYPE);
    }

    private Arrangement arrange() {
        for (int index = 0; index < written.size(); index++) {
            Token token = written.get(index);
            switch (token.getType()) {
                case Token.EOF -> end(token);
                case SagaLexer.UNCLOSED_TEXT -> closeTexts();
                case SagaLexer.UNCLOSED_COMMENT -> {
                    findings.unclosedComment(token);
                    closeAll();
                }
                default -> {
                    begin(index);
                    place(index);
                }
            }
        }
        return new Arrangement(tokens, depths, settled);
    }

    private void end(Token endOfFile) {
        leaveTypes();
        closeTexts();
        closeAllBefore(endOfFile);
        add(endOfFile);
    }

    // What begins where

    private void begin(int index) {
        Token token = written.get(index);
        int begun = lineRule.begunAt(index, region());
        if (begun == LineRule.NOTHING) {
            beginOnSameLine(token);
            return;
        }
        leaveTypes();
        if (begun == SagaLexer.NEW_DECLARATION) {
            closeAllBefore(token);
            declare(token);
        } else if (isInParentheses() && !lineRule.isClosedInTime(index, region())) {
            closeParentheses();
        }
        if (begun == SagaLexer.NEW_STATEMENT) {
            beginStatement(token);
        }
        add(invisible(begun, token.getStartIndex(), token));
    }

    private void beginOnSameLine(Token token) {
        if (region() == Region.FILE && Words.DECLARATION.contains(token.getType())) {
            declare(token);
        } else if (token.getType() == SagaLexer.ELSE && last.getType() != SagaLexer.DOT) {
            blockIsDue = true;
        }
    }

    private void declare(Token token) {
        declaration = token.getType();
        outermost = declaration == SagaLexer.SAGA ? Region.SAGA_HEAD : Region.FILE;
        blockIsDue = false;
    }

    private void beginStatement(Token token) {
        boolean bodyIsDue = open.isEmpty() && outermost == Region.SAGA_HEAD;
        if ((blockIsDue || bodyIsDue) && !isInParentheses()) {
            findings.missingBrace(last);
            open(invisible(SagaLexer.OPEN_BRACE, behind(last), token));
        }
        blockIsDue = WITH_BLOCK.contains(token.getType());
    }

    private Region region() {
        return open.isEmpty() ? outermost : open.element().region();
    }

    private Region regionWithin(Token bracket) {
        Region region = region();
        if (bracket.getType() != SagaLexer.OPEN_BRACE) {
            return region == Region.FILE || region == Region.FIELDS ? Region.ELSEWHERE : region;
        }
        return switch (region) {
            case FILE ->
                switch (declaration) {
                    case SagaLexer.RECORD, SagaLexer.ERROR -> Region.FIELDS;
                    case SagaLexer.PARTICIPANT -> Region.OPERATIONS;
                    case SagaLexer.DEFAULTS -> Region.SAGA_BODY;
                    default -> Region.ELSEWHERE;
                };
            case OPERATIONS, SAGA_HEAD, SAGA_BODY -> Region.SAGA_BODY;
            case FIELDS, ELSEWHERE -> Region.ELSEWHERE;
        };
    }

    // Brackets

    private void place(int index) {
        Token token = written.get(index);
        int type = token.getType();
        if (!Words.isWord(token) && !IN_TYPES.contains(type)) {
            leaveTypes();
        }
        if (type == SagaLexer.LESS || type == SagaLexer.GREATER) {
            placeAngle(token);
        } else if (CLOSING.containsKey(type)) {
            if (type == SagaLexer.OPEN_BRACE) {
                closeParentheses();
            }
            open(token);
        } else if (CLOSING.containsValue(type)) {
            close(token);
        } else {
            boolean isPattern = open.isEmpty() && outermost == Region.SAGA_HEAD && lineRule.isHyphenatedPattern(index);
            add(isPattern ? retyped(token, SagaLexer.HYPHENATED) : limited(token));
        }
    }

    /** Only in types these are brackets; elsewhere they compare. */
    private void placeAngle(Token token) {
        boolean isInType = last.getType() == SagaLexer.LIST || last.getType() == SagaLexer.MAP;
        if (token.getType() == SagaLexer.LESS && isInType) {
            open(token);
        } else if (token.getType() == SagaLexer.GREATER && isInnermost(SagaLexer.LESS)) {
            closeInnermost(token);
        } else {
            leaveTypes();
            add(token);
        }
    }

    private void open(Token token) {
        Bracket bracket = new Bracket(token, regionWithin(token), nesting() + (isText(token) ? 0 : 1));
        if (bracket.nesting() > DEEPEST && tooDeep == null) {
            findings.tooDeep(token);
            tooDeep = bracket;
        }
        if (token.getType() == SagaLexer.OPEN_BRACE) {
            blockIsDue = false;
            if (open.isEmpty() && last.getType() != SagaLexer.DEFAULTS) {
                outermost = Region.FILE;
            }
        }
        openTexts += isText(token) ? 1 : 0;
        add(token);
        open.push(bracket);
    }

    private void close(Token token) {
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

    private void closeForgotten() {
        findings.unclosed(open.element().token(), last);
        closeInnermost();
    }

    private void closeInnermost(Token token) {
        Bracket closed = open.pop();
        openTexts -= isText(closed.token()) ? 1 : 0;
        add(token);
        if (closed.equals(tooDeep)) {
            tooDeep = null;
            nextIsSettled = true;
        }
    }

    private void closeInnermost() {
        nextIsSettled = true;
        closeInnermost(invisible(closing(open.element().token()), behind(last), last));
    }

    private void closeParentheses() {
        while (isInParentheses() && tooDeep == null) {
            closeForgotten();
        }
    }

    private void closeTexts() {
        if (openTexts > 0 && tooDeep == null) {
            open.stream()
                    .map(Bracket::token)
                    .filter(token -> isText(token) || token.getType() == SagaLexer.TEMPLATE_OPEN)
                    .findFirst()
                    .ifPresent(findings::unclosedText);
        }
        while (openTexts > 0) {
            closeInnermost();
        }
    }

    private void closeAllBefore(Token next) {
        if (!open.isEmpty()) {
            findings.unclosed(open.stream().map(Bracket::token).toList(), next, last);
            closeAll();
        }
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            closeInnermost();
        }
        nextIsSettled = true;
    }

    private void leaveTypes() {
        while (isInnermost(SagaLexer.LESS)) {
            open.pop();
        }
    }

    private boolean isInParentheses() {
        return isInnermost(SagaLexer.OPEN_PAREN) || isInnermost(SagaLexer.OPEN_BRACKET);
    }

    private boolean isInnermost(int type) {
        return !open.isEmpty() && open.element().token().getType() == type;
    }

    private int nesting() {
        return open.isEmpty() ? 0 : open.element().nesting();
    }

    private static boolean isText(Token bracket) {
        return bracket.getType() == SagaLexer.TEXT_OPEN;
    }

    // Tokens

    private void add(Token token) {
        if (tooDeep == null) {
            settled.set(tokens.size(), nextIsSettled);
            nextIsSettled = false;
            tokens.add(token);
            depths.add(open.size());
        }
        if (token.getStopIndex() >= token.getStartIndex()) {
            last = token;
        }
    }

    private Token limited(Token token) {
        if (!Words.isWord(token) || token.getStopIndex() - token.getStartIndex() < LONGEST_NAME) {
            return token;
        }
        findings.tooLong(token);
        CommonToken shorter = new CommonToken(token);
        shorter.setText(token.getText().substring(0, LONGEST_NAME));
        return shorter;
    }

    private static Token retyped(Token token, int type) {
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

    /** A bracket that is open. */
    private record Bracket(Token token, Region region, int nesting) {}
}
