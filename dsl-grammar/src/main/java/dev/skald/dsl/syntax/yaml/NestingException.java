package dev.skald.dsl.syntax.yaml;

/** Ends the reading of a file that nests too deep: reading on would only cost time. */
final class NestingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;

    /** Nesting that goes too deep with the character at {@code index}. */
    NestingException(int index) {
        super(null, null, false, false);
        this.index = index;
    }

    int index() {
        return index;
    }
}
