package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.Diagnostic;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The tokens as the parser gets them: what begins is marked, and every bracket that opens is closed.
 *
 * @param tokens in their order, the end of the file last
 * @param depths for each token, how many brackets are open around it
 * @param unclosed the brackets that had to be closed for want of a closing one, by the index of the opening one
 * @param settled the tokens at which no mistake is to be reported, because one is reported there already
 */
record Arrangement(List<Token> tokens, List<Integer> depths, NavigableMap<Integer, Unclosed> unclosed, BitSet settled) {

    private static final Set<Integer> CLOSING = Set.of(
            SagaLexer.CLOSE_BRACE,
            SagaLexer.CLOSE_PAREN,
            SagaLexer.CLOSE_BRACKET,
            SagaLexer.TEXT_CLOSE,
            SagaLexer.TEMPLATE_CLOSE);

    /** The words that mean something without anything behind them. */
    private static final Set<Integer> ALONE = Set.of(
            SagaLexer.SYNC,
            SagaLexer.ASYNC,
            SagaLexer.ATOMIC,
            SagaLexer.EVENTUAL,
            SagaLexer.ORCHESTRATED,
            SagaLexer.CHOREOGRAPHED,
            SagaLexer.EPIC,
            SagaLexer.PARALLEL,
            SagaLexer.ANTHOLOGY);

    private static final Set<Integer> BEHIND_KEYWORDS =
            Set.of(SagaLexer.INTEGER, SagaLexer.DURATION, SagaLexer.TEXT_OPEN, SagaLexer.OPEN_BRACE);

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
        Token next = tokens.get(index + 1);
        boolean isPart = index > 0 && tokens.get(index - 1).getType() == SagaLexer.DOT;
        return !isPart
                && (ALONE.contains(keyword.getType())
                        || Words.isWord(next)
                        || BEHIND_KEYWORDS.contains(next.getType()));
    }

    /** The parenthesis nobody closed that was opened last before {@code token}, if the token is in it. */
    Optional<Unclosed> unclosedAround(Token token) {
        return Optional.ofNullable(unclosed.floorEntry(token.getTokenIndex()))
                .map(Map.Entry::getValue)
                .filter(bracket -> bracket.opening().getType() != SagaLexer.OPEN_BRACE)
                .filter(bracket -> token.getTokenIndex() < bracket.closing().getTokenIndex());
    }

    /** The word at {@code token} with what is joined to it by a hyphen; empty where nothing is. */
    Optional<String> hyphenated(Token token) {
        int index = token.getTokenIndex();
        if (index + 2 >= tokens.size() || tokens.get(index + 1).getType() != SagaLexer.MINUS) {
            return Optional.empty();
        }
        return Optional.of(token.getText() + "-" + tokens.get(index + 2).getText());
    }

    /** The word that a hyphen joins to {@code token}. */
    Token behindHyphen(Token token) {
        return tokens.get(token.getTokenIndex() + 2);
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

    /**
     * A bracket that nobody closed.
     *
     * @param opening the bracket
     * @param closing the invisible bracket that closes it now
     * @param finding what to say of it, unless something in it is wrong that explains it
     */
    record Unclosed(Token opening, Token closing, Diagnostic finding) {}
}
