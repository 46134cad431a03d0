package dev.skald.dsl.syntax.saga;

import java.util.List;
import java.util.function.BiPredicate;
import org.antlr.v4.runtime.Token;

/**
 * Looks for the brace that is opened behind a word, among the same brackets. It remembers how far it has looked: there
 * may be a mistake at each word of a long line, and none of them is to look through all of it again.
 */
final class BraceSearch {

    private final Arrangement arrangement;
    private final BiPredicate<Token, Token> goesOn;
    private int from;
    private int to = -1;
    private int depth;
    private boolean found;

    private BraceSearch(Arrangement arrangement, BiPredicate<Token, Token> goesOn) {
        this.arrangement = arrangement;
        this.goesOn = goesOn;
    }

    /** A search that ends with the line. */
    static BraceSearch onTheLine(Arrangement arrangement) {
        return new BraceSearch(
                arrangement,
                (word, next) -> next.getLine() == word.getLine() && !Words.MARKER.contains(next.getType()));
    }

    /** A search that ends where the next declaration begins. */
    static BraceSearch inTheDeclaration(Arrangement arrangement) {
        return new BraceSearch(arrangement, (word, next) -> next.getType() != SagaLexer.NEW_DECLARATION);
    }

    /** Whether the brace follows {@code word}, or is it. */
    boolean finds(Token word) {
        int index = word.getTokenIndex();
        if (index < from || index > to || arrangement.depth(word) != depth) {
            search(word);
        }
        return found;
    }

    private void search(Token word) {
        List<Token> tokens = arrangement.tokens();
        from = word.getTokenIndex();
        depth = arrangement.depth(word);
        found = false;
        int at = from;
        while (!found
                && at < tokens.size()
                && goesOn.test(word, tokens.get(at))
                && arrangement.depth(tokens.get(at)) >= depth) {
            found = tokens.get(at).getType() == SagaLexer.OPEN_BRACE && arrangement.depth(tokens.get(at)) == depth;
            at++;
        }
        to = at - 1;
    }
}
