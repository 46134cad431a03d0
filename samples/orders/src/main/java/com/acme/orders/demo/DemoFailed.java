package com.acme.orders.demo;

/** The demo cannot go on; the message is one sentence for the person at the keyboard. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private DemoFailed(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** Something around the demo is not as it needs it. */
    static DemoFailed because(String sentence) {
        return new DemoFailed(sentence, 1);
    }

    /** The demo was called in a way it does not know. */
    static DemoFailed misused(String sentence) {
        return new DemoFailed(sentence, 2);
    }

    int exitCode() {
        return exitCode;
    }
}
