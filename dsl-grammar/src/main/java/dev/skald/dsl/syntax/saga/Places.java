package dev.skald.dsl.syntax.saga;

import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.syntax.Placement;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens, and what is made of them, stand in their file. */
final class Places {

    private final Placement placement;

    Places(Placement placement) {
        this.placement = placement;
    }

    SourceLocation of(Token token) {
        return between(token, token);
    }

    /** From the construct's first word to its last; for one that is not there, where it should be. */
    SourceLocation of(ParserRuleContext construct) {
        Token first = construct.getStart();
        Token last = construct.getStop();
        return last == null || last.getTokenIndex() < first.getTokenIndex() ? of(first) : between(first, last);
    }

    /** The first {@code length} characters of a token. */
    SourceLocation beginning(Token token, int length) {
        return placement.location(token.getStartIndex(), token.getStartIndex() + length);
    }

    /** The place right behind a token. */
    SourceLocation behind(Token token) {
        return placement.location(token.getStopIndex() + 1, token.getStopIndex() + 1);
    }

    SourceLocation between(Token first, Token last) {
        int from = first.getStartIndex();
        return placement.location(from, Math.max(from, last.getStopIndex() + 1));
    }
}
