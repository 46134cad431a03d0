package dev.skald.dsl.syntax.saga;

/** A part of a file, by what begins in it. */
enum Region {
    /** Between the declarations. */
    FILE,
    /** The braces of a record or an error. */
    FIELDS,
    /** The braces of a participant. */
    OPERATIONS,
    /** From a saga's name to its brace. */
    SAGA_HEAD,
    /** A saga's braces, and those of statements in it. */
    BLOCK,
    /** The braces of a compensation. */
    UNDO,
    /** The braces of a {@code retry}. */
    RETRY,
    /** The braces of {@code defaults}, and of {@code compensation} in it. */
    DEFAULTS,
    /** Where nothing is known to begin. */
    ELSEWHERE;

    /** Whether a keyword that is first on its line begins a clause or a statement. */
    boolean hasKeywords() {
        return this == SAGA_HEAD || this == BLOCK || hasClausesOnly();
    }

    /** Whether only certain clauses stand in it. */
    boolean hasClausesOnly() {
        return this == UNDO || this == RETRY || this == DEFAULTS;
    }

    /** Whether the keyword may begin something in it, as far as that is known. */
    boolean admits(int keyword) {
        return switch (this) {
            case UNDO -> isLimit(keyword) || keyword == SagaLexer.ON;
            case RETRY -> isOfRetry(keyword);
            case DEFAULTS -> isLimit(keyword) || keyword == SagaLexer.COMPENSATION;
            default -> true;
        };
    }

    private static boolean isLimit(int keyword) {
        return switch (keyword) {
            case SagaLexer.TIMEOUT, SagaLexer.DEADLINE, SagaLexer.HEARTBEAT, SagaLexer.RETRY -> true;
            default -> false;
        };
    }

    private static boolean isOfRetry(int keyword) {
        return switch (keyword) {
            case SagaLexer.ATTEMPTS, SagaLexer.BACKOFF, SagaLexer.FACTOR -> true;
            default -> false;
        };
    }
}
