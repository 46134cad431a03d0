package dev.skald.runtime.internal;

/** What an operator may do about something that is stuck; each has the name of an update. */
enum Verb {
    RETRY("retry"),
    CONFIRM_DONE("confirmDone"),
    CONFIRM_NOT_DONE("confirmNotDone"),
    SKIP("skip"),
    ABANDON("abandon");

    private final String word;

    Verb(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
