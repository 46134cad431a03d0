package dev.skald.dsl.syntax.saga;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The tokens as the parser gets them: what begins is marked, and every bracket that opens is closed.
 *
 * @param tokens in their order, the end of the file last
 * @param depths for each token, how many brackets are open around it
 * @param settled the tokens at which no mistake is to be reported, because one is reported there already
 */
record Arrangement(List<Token> tokens, List<Integer> depths, BitSet settled) {

    private static final Set<Integer> CLOSING = Set.of(
            SagaLexer.CLOSE_BRACE,
            SagaLexer.CLOSE_PAREN,
            SagaLexer.CLOSE_BRACKET,
            SagaLexer.TEXT_CLOSE,
            SagaLexer.TEMPLATE_CLOSE);

    private static final Set<Integer> AFTER_NAMES = Set.of(
            SagaLexer.COLON,
            SagaLexer.DOT,
            SagaLexer.ASSIGN,
            SagaLexer.COMMA,
            SagaLexer.OPEN_PAREN,
            SagaLexer.CLOSE_PAREN);

    /** How many brackets are open around a token; a bracket itself is not inside. */
    int depth(Token token) {
        return depths.get(token.getTokenIndex());
    }

    /** How many brackets are open where a token stands or, for a closing bracket, before it. */
    int depthAround(Token token) {
        return CLOSING.contains(token.getType()) ? depth(token) + 1 : depth(token);
    }

    /** Whether a keyword in the middle of a line is likely to be one, and no name. */
    boolean seemsToBegin(Token keyword) {
        int index = keyword.getTokenIndex();
        return (index == 0 || tokens.get(index - 1).getType() != SagaLexer.DOT)
                && !AFTER_NAMES.contains(tokens.get(index + 1).getType());
    }

    boolean isSettled(Token token) {
        return settled.get(token.getTokenIndex());
    }

    /** The last token before {@code token} that somebody wrote. */
    Token writtenBefore(Token token) {
        int index = token.getTokenIndex();
        do {
            index--;
        } while (index > 0 && !isWritten(tokens.get(index)));
        return index < 0 ? token : tokens.get(index);
    }

    /** The first token from {@code token} on that somebody wrote, or the end of the file. */
    Token writtenFrom(Token token) {
        int index = token.getTokenIndex();
        while (index < tokens.size() - 1 && !isWritten(tokens.get(index))) {
            index++;
        }
        return tokens.get(index);
    }

    private static boolean isWritten(Token token) {
        return token.getStopIndex() >= token.getStartIndex();
    }
}
