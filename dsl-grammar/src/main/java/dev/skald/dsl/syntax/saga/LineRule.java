package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.language.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * Decides which words begin something new on their line. Inside a saga these are keywords, so that a name that was
 * forgotten at the end of a line is not found at the beginning of the next; elsewhere what follows the word tells.
 */
final class LineRule {

    /** Nothing begins. */
    static final int NOTHING = Token.INVALID_TYPE;

    private static final Set<Integer> CLAUSE =
            Words.union(List.of(Words.STEP_CLAUSE, Words.HEADER_CLAUSE, Words.FLOW_CLAUSE));

    /** How many tokens are looked at to find out what somebody meant. */
    private static final int FORESIGHT = 1_000;

    private final List<Token> tokens;

    LineRule(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The marker for what the token at {@code index} begins, or {@link #NOTHING}. */
    int begunAt(int index, Region region) {
        if (!isFirstOnLine(index)) {
            return NOTHING;
        }
        if (isDeclaration(index, region)) {
            return SagaLexer.NEW_DECLARATION;
        }
        int type = type(index);
        int next = type(index + 1);
        return switch (region) {
            case FIELDS -> isWord(index) && next == SagaLexer.COLON ? SagaLexer.NEW_MEMBER : NOTHING;
            case OPERATIONS -> isOperation(index, next) ? SagaLexer.NEW_MEMBER : NOTHING;
            case FILE, ELSEWHERE -> NOTHING;
            default ->
                next == SagaLexer.COLON || type(index - 1) == SagaLexer.DOT
                        ? NOTHING
                        : begunByKeyword(index, type, region);
        };
    }

    /** Whether a name such as {@code fairy-tale} begins at {@code index}: in a saga's head it is no subtraction. */
    boolean isHyphenatedPattern(int index) {
        if (type(index) != SagaLexer.IDENTIFIER || type(index + 1) != SagaLexer.MINUS || !isWord(index + 2)) {
            return false;
        }
        Token first = tokens.get(index);
        Token last = tokens.get(index + 2);
        String word = first.getText() + "-" + last.getText();
        return last.getStopIndex() + 1 - first.getStartIndex() == word.length()
                && Pattern.ofWord(word).isPresent();
    }

    /** Whether the token at {@code index} is that keyword, and not the end of a path or a type of that name. */
    boolean isKeyword(int index, int keyword) {
        int before = type(index - 1);
        return type(index) == keyword && before != SagaLexer.DOT && before != SagaLexer.COLON;
    }

    /** Whether what follows the token at {@code index} follows values, so that the token can be no beginning. */
    boolean isAmongValues(int index) {
        return switch (type(index + 1)) {
            case SagaLexer.COMMA, SagaLexer.CLOSE_PAREN, SagaLexer.CLOSE_BRACKET, SagaLexer.DOT -> true;
            default -> false;
        };
    }

    /** Whether as many braces as are given are closed between the token at {@code index} and the next statement. */
    boolean areBracesClosedInTime(int index, int braces, Region region) {
        int due = braces;
        for (int at = index; due > 0; at++) {
            if (at - index > FORESIGHT) {
                return false;
            }
            int type = type(at);
            int begun = type == Token.EOF ? SagaLexer.NEW_DECLARATION : begunAt(at, region);
            if (begun == SagaLexer.NEW_DECLARATION || begun == SagaLexer.NEW_STATEMENT) {
                return false;
            }
            due += type == SagaLexer.OPEN_BRACE ? 1 : 0;
            due -= type == SagaLexer.CLOSE_BRACE ? 1 : 0;
        }
        return true;
    }

    /** Whether the parenthesis in which the token at {@code index} stands is closed before anything new begins. */
    boolean isParenthesisClosedInTime(int index, Region region) {
        int depth = 0;
        for (int at = index; ; at++) {
            switch (type(at)) {
                case SagaLexer.OPEN_PAREN, SagaLexer.OPEN_BRACKET -> depth++;
                case SagaLexer.CLOSE_PAREN, SagaLexer.CLOSE_BRACKET -> depth--;
                case SagaLexer.OPEN_BRACE, SagaLexer.CLOSE_BRACE, Token.EOF -> {
                    return false;
                }
                default -> {
                    if (at > index && begunAt(at, region) != NOTHING && !isAmongValues(at)) {
                        return false;
                    }
                }
            }
            if (depth < 0) {
                return true;
            }
        }
    }

    /** The keyword that begins a declaration and is misspelt at {@code index}, where only such keywords may stand. */
    Optional<Integer> misspeltDeclaration(int index) {
        return isFirstOnLine(index) && isWord(index + 1) && type(index - 1) != SagaLexer.DOT
                ? Spelling.meant(tokens.get(index), Words.DECLARATION)
                : Optional.empty();
    }

    private int begunByKeyword(int index, int type, Region region) {
        boolean isPatternName = type == SagaLexer.PARALLEL && region == Region.SAGA_HEAD;
        if (Words.STATEMENT.contains(type) && !isPatternName) {
            return type == SagaLexer.IF && type(index - 1) == SagaLexer.ELSE ? NOTHING : SagaLexer.NEW_STATEMENT;
        }
        boolean isClause = CLAUSE.contains(type) || (region == Region.SAGA_HEAD && isHyphenatedPattern(index));
        return isClause ? SagaLexer.NEW_CLAUSE : NOTHING;
    }

    private boolean isOperation(int index, int next) {
        return (isWord(index) && next == SagaLexer.OPEN_PAREN)
                || (type(index) == SagaLexer.DEFAULTS && next == SagaLexer.OPEN_BRACE);
    }

    /**
     * Whether a declaration begins. Between declarations its keyword alone says so. Where another one is not closed
     * yet, only what can be nothing else counts: a missing brace must not cost the declarations that follow.
     */
    private boolean isDeclaration(int index, Region region) {
        int type = type(index);
        if (!Words.DECLARATION.contains(type)) {
            return false;
        }
        if (region == Region.FILE) {
            // A name may go on behind a dot, on the next line: then it ends there, or goes on with another dot.
            return type(index - 1) != SagaLexer.DOT || (!isFirstOnLine(index + 1) && type(index + 1) != SagaLexer.DOT);
        }
        if (region == Region.FIELDS || region == Region.OPERATIONS) {
            return isWord(index + 1) && type != SagaLexer.DEFAULTS;
        }
        int third = type(index + 2);
        return isWord(index + 1)
                && switch (type) {
                    case SagaLexer.RECORD, SagaLexer.ERROR, SagaLexer.ENUM, SagaLexer.PROJECTION ->
                        third == SagaLexer.OPEN_BRACE;
                    case SagaLexer.PARTICIPANT ->
                        third == SagaLexer.OPEN_BRACE
                                || third == SagaLexer.QUEUE
                                || third == SagaLexer.NEAR
                                || third == SagaLexer.VIA;
                    case SagaLexer.SAGA -> third == SagaLexer.OPEN_PAREN;
                    case SagaLexer.EXTERN -> type(index + 1) == SagaLexer.JAVA && isWord(index + 2);
                    default -> false;
                };
    }

    private boolean isFirstOnLine(int index) {
        return index == 0 || tokens.get(index - 1).getLine() < tokens.get(index).getLine();
    }

    private boolean isWord(int index) {
        return index < tokens.size() && Words.isWord(tokens.get(index));
    }

    private int type(int index) {
        return 0 <= index && index < tokens.size() ? tokens.get(index).getType() : Token.EOF;
    }
}
