package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import java.time.Duration;
import java.util.function.Supplier;

/** The pauses between one round of asking and the next: each twice as long as the one before, at most a day. */
final class Pauses {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final String summary;
    private Duration next;

    Pauses(CallShape call, String what) {
        this.next = call.firstInterval();
        this.summary = "ask again: " + what;
    }

    /** Waits for the next pause to pass, or until there is a reason not to. */
    void pauseUnless(Supplier<Boolean> reason) {
        Clock.await(next, summary, reason);
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
