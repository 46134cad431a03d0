package dev.skald.dsl.syntax.saga;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The kinds of token, by what may be done with them. */
final class Words {

    /** What begins a clause of a step, of its undo, or of their limits. */
    static final Set<Integer> STEP_CLAUSE = Set.of(
            SagaLexer.STATE,
            SagaLexer.TIMEOUT,
            SagaLexer.DEADLINE,
            SagaLexer.HEARTBEAT,
            SagaLexer.RETRY,
            SagaLexer.ATTEMPTS,
            SagaLexer.BACKOFF,
            SagaLexer.FACTOR,
            SagaLexer.ON,
            SagaLexer.AFTER,
            SagaLexer.COMPENSATE,
            SagaLexer.COMPENSATION,
            SagaLexer.NO,
            SagaLexer.ACCEPT);

    /** What begins a clause of a saga's head. */
    static final Set<Integer> HEADER_CLAUSE = Set.of(
            SagaLexer.SYNC,
            SagaLexer.ASYNC,
            SagaLexer.ATOMIC,
            SagaLexer.EVENTUAL,
            SagaLexer.ORCHESTRATED,
            SagaLexer.CHOREOGRAPHED,
            SagaLexer.EPIC,
            SagaLexer.PARALLEL,
            SagaLexer.ANTHOLOGY,
            SagaLexer.HYPHENATED,
            SagaLexer.VERSION,
            SagaLexer.ID,
            SagaLexer.DEADLINE,
            SagaLexer.QUEUE,
            SagaLexer.DESCRIPTION,
            SagaLexer.DEFAULTS,
            SagaLexer.ON,
            SagaLexer.ACCEPT,
            SagaLexer.PUBLISHES,
            SagaLexer.LOCKS,
            SagaLexer.WRITES);

    /** What begins a clause of a statement other than a step. */
    static final Set<Integer> FLOW_CLAUSE = Set.of(SagaLexer.MAX, SagaLexer.CONCURRENCY, SagaLexer.WITHIN);

    /** What begins a statement. */
    static final Set<Integer> STATEMENT = Set.of(
            SagaLexer.STEP,
            SagaLexer.PIVOT,
            SagaLexer.RETRIABLE,
            SagaLexer.READONLY,
            SagaLexer.IF,
            SagaLexer.FOR,
            SagaLexer.PARALLEL,
            SagaLexer.BRANCH,
            SagaLexer.AWAIT,
            SagaLexer.WAIT,
            SagaLexer.RUN,
            SagaLexer.FAIL,
            SagaLexer.RETURN);

    /** What begins a declaration, and the two entries before them. */
    static final Set<Integer> DECLARATION = Set.of(
            SagaLexer.PACKAGE,
            SagaLexer.IMPORT,
            SagaLexer.RECORD,
            SagaLexer.ENUM,
            SagaLexer.ERROR,
            SagaLexer.EXTERN,
            SagaLexer.PARTICIPANT,
            SagaLexer.SAGA,
            SagaLexer.DEFAULTS,
            SagaLexer.PROJECTION,
            SagaLexer.RECONCILE);

    /** What is no word that anybody wrote: it marks that the next word begins something new. */
    static final Set<Integer> MARKER =
            Set.of(SagaLexer.NEW_DECLARATION, SagaLexer.NEW_MEMBER, SagaLexer.NEW_STATEMENT, SagaLexer.NEW_CLAUSE);

    /** What stands nowhere. */
    static final Set<Integer> MEANINGLESS =
            Set.of(SagaLexer.WRONG_CHARACTER, SagaLexer.WRONG_ESCAPE, SagaLexer.STRAY_BRACKET);

    private Words() {}

    /** Whether it could name something, were it not for its place. */
    static boolean isWord(Token token) {
        return token.getType() == SagaLexer.IDENTIFIER || isKeyword(token.getType());
    }

    /** Whether the language gives the word a meaning. */
    static boolean isKeyword(int type) {
        return SagaLexer.ACCEPT <= type && type <= SagaLexer.TRUE;
    }

    /** Whether it is one of the three keywords that cannot name anything. */
    static boolean isNeverName(Token token) {
        return token.getType() == SagaLexer.NOT
                || token.getType() == SagaLexer.TRUE
                || token.getType() == SagaLexer.FALSE;
    }

    /** A keyword or sign as it is written. */
    static String written(int type) {
        String literal = SagaLexer.VOCABULARY.getLiteralName(type);
        return literal == null ? "" : literal.substring(1, literal.length() - 1);
    }

    static Set<Integer> union(List<Set<Integer>> sets) {
        return sets.stream().flatMap(Set::stream).collect(toUnmodifiableSet());
    }
}
