package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/**
 * Goes over the tokens once, before the parser: marks the words that begin something new, and closes or opens the
 * brackets that were forgotten where that becomes clear. The parser can then skip what it does not understand without
 * losing its place, and its stack stays small.
 */
final class Layout {

    /** How many characters a name may have. */
    static final int LONGEST_NAME = 100;

    private static final Set<Integer> IN_TYPES =
            Set.of(SagaLexer.DOT, SagaLexer.COMMA, SagaLexer.QUESTION, SagaLexer.LESS, SagaLexer.GREATER);

    /** The statements with a block of their own. */
    private static final Set<Integer> WITH_BLOCK =
            Set.of(SagaLexer.IF, SagaLexer.FOR, SagaLexer.PARALLEL, SagaLexer.BRANCH);

    /** What stands in the braces after a keyword, and never right behind the keyword. */
    private static final Map<Integer, Set<Integer>> IN_BRACES = Map.of(
            SagaLexer.RETRY,
            Set.of(SagaLexer.ATTEMPTS, SagaLexer.BACKOFF, SagaLexer.FACTOR),
            SagaLexer.DEFAULTS,
            Set.of(SagaLexer.TIMEOUT, SagaLexer.HEARTBEAT, SagaLexer.RETRY, SagaLexer.COMPENSATION),
            SagaLexer.COMPENSATION,
            Set.of(SagaLexer.TIMEOUT, SagaLexer.HEARTBEAT, SagaLexer.RETRY));

    /** What a name follows, though it may be called as a keyword is. */
    private static final Set<Integer> BEFORE_NAMES =
            Set.of(SagaLexer.STATE, SagaLexer.THROWS, SagaLexer.COMMA, SagaLexer.DOT, SagaLexer.COLON, SagaLexer.AFTER);

    private final List<Token> written;
    private final LineRule lineRule;
    private final LayoutFindings findings;
    private final Brackets brackets;

    private Region outermost;
    private int declaration = Token.INVALID_TYPE;
    private boolean blockIsDue;
    private boolean undoMayFollow;

    private Layout(List<Token> written, Region outermost, LayoutFindings findings) {
        this.written = written;
        this.outermost = outermost;
        this.lineRule = new LineRule(written);
        this.findings = findings;
        this.brackets = new Brackets(written.get(0), findings);
    }

    /**
     * The tokens of a text, arranged; {@code written} ends with the end of the file.
     *
     * @param outermost what stands in no bracket
     */
    static Arrangement arrange(List<Token> written, Region outermost, Places places, Diagnostics diagnostics) {
        Layout layout = new Layout(written, outermost, new LayoutFindings(places, diagnostics));
        for (int index = 0; index < written.size(); index++) {
            layout.arrange(index);
        }
        return layout.brackets.arrangement();
    }

    private void arrange(int index) {
        Token token = written.get(index);
        switch (token.getType()) {
            case Token.EOF -> end(token);
            case SagaLexer.UNCLOSED_TEXT -> brackets.closeTexts();
            case SagaLexer.UNCLOSED_COMMENT -> {
                findings.unclosedComment(token);
                brackets.closeAll();
            }
            default -> {
                respellDeclaration(index);
                openForgotten(index);
                begin(index);
                place(index);
            }
        }
    }

    private void end(Token endOfFile) {
        brackets.leaveTypes();
        if (brackets.isInText()) {
            brackets.closeTexts();
            brackets.closeAll();
        }
        brackets.closeAllBefore(endOfFile);
        brackets.add(endOfFile);
    }

    private Region region() {
        return brackets.region(outermost);
    }

    private int lastType() {
        return brackets.last().getType();
    }

    // What begins

    private void begin(int index) {
        Token token = written.get(index);
        int begun = lineRule.begunAt(index, region());
        if (begun == LineRule.NOTHING) {
            beginOnSameLine(token);
            return;
        }
        brackets.leaveTypes();
        if (begun == SagaLexer.NEW_DECLARATION) {
            brackets.closeAllBefore(token);
            declare(token);
        } else {
            leaveParentheses(index);
            leaveClauses(index, begun);
        }
        if (begun == SagaLexer.NEW_STATEMENT) {
            beginStatement(index);
        }
        brackets.mark(begun, token);
        undoMayFollow = token.getType() == SagaLexer.COMPENSATE;
    }

    private void beginOnSameLine(Token token) {
        int last = lastType();
        switch (token.getType()) {
            case SagaLexer.ELSE -> blockIsDue |= last == SagaLexer.CLOSE_BRACE || last == SagaLexer.DURATION;
            case SagaLexer.COMPENSATE -> undoMayFollow = last != SagaLexer.UNKNOWN;
            default -> {
                if (region() == Region.FILE
                        && last == SagaLexer.CLOSE_BRACE
                        && Words.DECLARATION.contains(token.getType())) {
                    declare(token);
                }
            }
        }
    }

    private void declare(Token token) {
        declaration = token.getType();
        outermost = declaration == SagaLexer.SAGA ? Region.SAGA_HEAD : Region.FILE;
        blockIsDue = false;
    }

    private void beginStatement(int index) {
        boolean bodyIsDue = brackets.isEmpty() && outermost == Region.SAGA_HEAD;
        if ((blockIsDue || bodyIsDue) && !brackets.isInParentheses()) {
            openMissing(index);
        }
        blockIsDue = WITH_BLOCK.contains(written.get(index).getType());
    }

    /** Between declarations only their keywords stand: one that is nearly right is taken for right. */
    private void respellDeclaration(int index) {
        if (region() == Region.FILE) {
            Token word = written.get(index);
            lineRule.misspeltDeclaration(index).ifPresent(meant -> {
                findings.misspelt(word, meant);
                ((WritableToken) word).setType(meant);
            });
        }
    }

    // Brackets that were forgotten

    private void leaveParentheses(int index) {
        if (brackets.isInParentheses()
                && !lineRule.isAmongValues(index)
                && !lineRule.isParenthesisClosedInTime(index, region())) {
            brackets.closeParentheses();
        }
    }

    private void leaveClauses(int index, int begun) {
        int type = written.get(index).getType();
        while (!region().admits(type)) {
            if (begun == SagaLexer.NEW_CLAUSE
                    && lineRule.areBracesClosedInTime(index, brackets.clauseBlocks(), region())) {
                brackets.admitEverything();
            } else {
                brackets.closeForgotten();
            }
        }
    }

    private void openForgotten(int index) {
        boolean isName =
                index > 1 && BEFORE_NAMES.contains(written.get(index - 2).getType());
        boolean isPossible = !isName
                && (lastType() == SagaLexer.COMPENSATION
                        ? region() == Region.DEFAULTS
                        : region().hasKeywords() || region() == Region.OPERATIONS);
        if (isPossible
                && IN_BRACES
                        .getOrDefault(lastType(), Set.of())
                        .contains(written.get(index).getType())) {
            openMissing(index);
        }
    }

    private void openMissing(int index) {
        Region within = regionOfBrace(index);
        enter(index);
        brackets.openMissing(within);
    }

    // Brackets

    private void place(int index) {
        Token token = written.get(index);
        int type = token.getType();
        if (!Words.isWord(token) && !IN_TYPES.contains(type)) {
            brackets.leaveTypes();
        }
        if (type == SagaLexer.LESS || type == SagaLexer.GREATER) {
            placeAngle(token);
        } else if (type == SagaLexer.OPEN_BRACE && brackets.isInText()) {
            brackets.add(Brackets.retyped(token, SagaLexer.STRAY_BRACKET));
        } else if (type == SagaLexer.OPEN_BRACE) {
            brackets.closeParentheses();
            Region within = regionOfBrace(index);
            enter(index);
            brackets.open(token, within);
        } else if (Brackets.isOpening(type)) {
            brackets.open(token, regionOfParenthesis());
        } else if (Brackets.isClosing(type)) {
            brackets.close(token);
        } else {
            brackets.add(limited(patternName(index)));
        }
    }

    /** Only in types these are brackets; elsewhere they compare. */
    private void placeAngle(Token token) {
        boolean isInType = lastType() == SagaLexer.LIST
                || lastType() == SagaLexer.MAP
                || region() == Region.FIELDS
                || region() == Region.OPERATIONS;
        if (token.getType() == SagaLexer.LESS && isInType) {
            brackets.open(token, region());
        } else if (token.getType() == SagaLexer.GREATER && brackets.isInnermost(SagaLexer.LESS)) {
            brackets.close(token);
        } else {
            brackets.leaveTypes();
            brackets.add(token);
        }
    }

    /** A brace is opened: it is the one that was due, and the body of a saga that has begun. */
    private void enter(int index) {
        blockIsDue = false;
        undoMayFollow = false;
        if (brackets.isEmpty() && !lineRule.isKeyword(index - 1, SagaLexer.DEFAULTS)) {
            outermost = Region.FILE;
        }
        if (region() == Region.FILE) {
            declaration = Token.INVALID_TYPE;
        }
    }

    private Region regionOfBrace(int index) {
        return switch (region()) {
            case FILE ->
                switch (declaration) {
                    case SagaLexer.RECORD, SagaLexer.ERROR -> Region.FIELDS;
                    case SagaLexer.PARTICIPANT -> Region.OPERATIONS;
                    case SagaLexer.DEFAULTS -> Region.DEFAULTS;
                    default -> Region.ELSEWHERE;
                };
            case SAGA_HEAD -> lineRule.isKeyword(index - 1, SagaLexer.DEFAULTS) ? Region.DEFAULTS : Region.BLOCK;
            case BLOCK ->
                blockIsDue
                        ? Region.BLOCK
                        : switch (lastType()) {
                            case SagaLexer.RETRY -> Region.RETRY;
                            case SagaLexer.CLOSE_PAREN -> undoMayFollow ? Region.UNDO : Region.BLOCK;
                            default -> Region.BLOCK;
                        };
            case OPERATIONS -> lastType() == SagaLexer.DEFAULTS ? Region.DEFAULTS : Region.ELSEWHERE;
            case UNDO, DEFAULTS ->
                switch (lastType()) {
                    case SagaLexer.RETRY -> Region.RETRY;
                    case SagaLexer.COMPENSATION -> Region.DEFAULTS;
                    default -> Region.BLOCK;
                };
            case FIELDS, RETRY, ELSEWHERE -> Region.ELSEWHERE;
        };
    }

    private Region regionOfParenthesis() {
        return switch (region()) {
            case FILE, FIELDS, ELSEWHERE -> Region.ELSEWHERE;
            case OPERATIONS -> Region.OPERATIONS;
            case SAGA_HEAD -> Region.SAGA_HEAD;
            default -> Region.BLOCK;
        };
    }

    // Words

    private Token patternName(int index) {
        Token token = written.get(index);
        return brackets.isEmpty() && outermost == Region.SAGA_HEAD && lineRule.isHyphenatedPattern(index)
                ? Brackets.retyped(token, SagaLexer.HYPHENATED)
                : token;
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
}
