package dev.skald.dsl.syntax.saga;

import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Knows where the keywords belong, for those who meet one somewhere else. */
final class Homes {

    private static final Set<Integer> OF_RETRY = Set.of(SagaLexer.ATTEMPTS, SagaLexer.BACKOFF, SagaLexer.FACTOR);
    private static final Set<Integer> OF_CALLS = Set.of(SagaLexer.TIMEOUT, SagaLexer.RETRY, SagaLexer.HEARTBEAT);
    private static final Set<Integer> OF_STEPS =
            Set.of(SagaLexer.STATE, SagaLexer.AFTER, SagaLexer.COMPENSATE, SagaLexer.NO);
    private static final Set<Integer> OF_OPERATIONS = Set.of(SagaLexer.THROWS, SagaLexer.IRREVERSIBLE);

    private Homes() {}

    /** Where the keyword belongs; empty for what is no keyword or belongs in several places. */
    static Optional<String> of(Token keyword) {
        int type = keyword.getType();
        if (type == SagaLexer.DEADLINE || type == SagaLexer.ON || type == SagaLexer.ACCEPT) {
            return Optional.empty();
        }
        if (type == SagaLexer.EXHAUSTED) {
            return Optional.of(
                    "`on exhausted` belongs in the braces of an undo: `compensate … { on exhausted pause }`");
        }
        if (OF_RETRY.contains(type)) {
            return belongs(keyword, "inside `retry { … }`");
        }
        if (OF_CALLS.contains(type)) {
            return belongs(keyword, "to a step, to an undo or to `defaults`");
        }
        if (OF_STEPS.contains(type)) {
            return belongs(keyword, "to a step");
        }
        if (Words.STATEMENT.contains(type)) {
            return belongs(keyword, "in the body of a saga");
        }
        if (Words.HEADER_CLAUSE.contains(type)) {
            return belongs(keyword, "in the head of a saga, before its `{`");
        }
        if (OF_OPERATIONS.contains(type)) {
            return belongs(keyword, "to an operation of a participant");
        }
        return Words.DECLARATION.contains(type)
                ? belongs(keyword, "outside of the other declarations")
                : Optional.empty();
    }

    private static Optional<String> belongs(Token keyword, String where) {
        return Optional.of("`" + keyword.getText() + "` belongs " + where);
    }
}
