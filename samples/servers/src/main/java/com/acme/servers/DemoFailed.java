package com.acme.servers;

/** The demo cannot go on; the message is one sentence for the person at the keyboard. */
public final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private DemoFailed(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /**
     * Something around the demo is not as it needs it.
     *
     * @param sentence what
     * @return to be thrown
     */
    public static DemoFailed because(String sentence) {
        return new DemoFailed(sentence, 1);
    }

    /**
     * The demo was called in a way it does not know.
     *
     * @param sentence what is wrong
     * @return to be thrown
     */
    public static DemoFailed misused(String sentence) {
        return new DemoFailed(sentence, 2);
    }

    /**
     * What the process ends with.
     *
     * @return 1, or 2 if the demo was misused
     */
    public int exitCode() {
        return exitCode;
    }
}
