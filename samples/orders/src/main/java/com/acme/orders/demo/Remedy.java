package com.acme.orders.demo;

import dev.skald.runtime.SagaOperator;
import dev.skald.runtime.SagaState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be done about an undo that keeps failing. */
enum Remedy {
    RETRY("r", "retry", "the card processor is back", SagaState.COMPENSATED),
    CONFIRM("c", "confirmDone", "seen in the bank's portal", SagaState.COMPENSATED),
    SKIP("s", "skip", "the bank lets it go in a week", SagaState.RESOLVED_MANUALLY);

    private final String key;
    private final String verb;
    private final String reason;
    private final SagaState ending;

    Remedy(String key, String verb, String reason, SagaState ending) {
        this.key = key;
        this.verb = verb;
        this.reason = reason;
        this.ending = ending;
    }

    /** The remedy that the reader means, if it is one. */
    static Optional<Remedy> of(String answer) {
        String key = answer.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(remedy -> remedy.key.equals(key)).findFirst();
    }

    /** What the reader presses for it. */
    String key() {
        return key;
    }

    /** The operator's verb, in words. */
    String verb() {
        return verb;
    }

    /** Why it is done, in words. */
    String reason() {
        return reason;
    }

    /** Does it to the undo of the step. */
    void act(SagaOperator operator, String step) {
        switch (this) {
            case RETRY -> operator.retry(step);
            case CONFIRM -> operator.confirmDone(step);
            case SKIP -> operator.skip(step);
        }
    }

    /** The saga's state that follows from it. */
    SagaState ending() {
        return ending;
    }
}
