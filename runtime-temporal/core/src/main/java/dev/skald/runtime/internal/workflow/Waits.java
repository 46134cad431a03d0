package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits for what comes from outside, and for time to pass. Before the pivot a cancel, the saga's deadline, or a sibling
 * branch that has failed ends the waiting, and with it the flow.
 */
public final class Waits {

    private final Journal journal;
    private final Stops stops;

    Waits(Journal journal, Stops stops) {
        this.journal = journal;
        this.stops = stops;
    }

    /**
     * Waits for an event without limit.
     *
     * @param mailbox where it comes
     * @param <T> what comes with it
     * @return what came first
     */
    public <T> T event(Mailbox<T> mailbox) {
        mailbox.open();
        waiting(mailbox.event(), stopped -> Workflow.await(() -> stopped.get() || !mailbox.isEmpty()));
        return mailbox.close().orElseThrow();
    }

    /**
     * Waits for an event, but only so long.
     *
     * @param mailbox where it comes
     * @param within how long to wait
     * @param <T> what comes with it
     * @return what came first, if it came in time
     */
    public <T> Optional<T> event(Mailbox<T> mailbox, Duration within) {
        mailbox.open();
        waiting(
                mailbox.event() + " within " + within,
                stopped -> Clock.await(within, "await " + mailbox.event(), () -> stopped.get() || !mailbox.isEmpty()));
        return mailbox.close();
    }

    /**
     * Lets time pass.
     *
     * @param time how much
     * @param summary the pause in the definition's words
     */
    public void pause(Duration time, String summary) {
        waiting(summary, stopped -> Clock.await(time, summary, stopped));
    }

    private void waiting(String what, Wait wait) {
        stops.goOnUnlessStopped();
        Object shown = journal.waits(what);
        try {
            Place here = Place.current();
            wait.until(() -> stops.whyLeave(here).isPresent());
        } finally {
            journal.waited(shown);
        }
        stops.goOnUnlessStopped();
    }

    /** Something that is waited for unless the saga is stopped. */
    private interface Wait {
        void until(Supplier<Boolean> stopped);
    }
}
