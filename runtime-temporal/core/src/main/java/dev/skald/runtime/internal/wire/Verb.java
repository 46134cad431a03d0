package dev.skald.runtime.internal.wire;

/** What an operator may do about something that is stuck; each has the name of an update. */
public enum Verb {
    RETRY("retry"),
    CONFIRM_DONE("confirmDone"),
    CONFIRM_NOT_DONE("confirmNotDone"),
    SKIP("skip"),
    ABANDON("abandon");

    private final String word;

    Verb(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
