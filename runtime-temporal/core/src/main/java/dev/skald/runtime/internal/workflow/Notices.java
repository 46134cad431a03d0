package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.NotifyAdmin;
import dev.skald.runtime.internal.wire.Texts;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Has the admin notified, by an activity in the saga's own worker, and does not wait for it. A saga that has started
 * this one is told, too.
 */
final class Notices {

    private static final Duration ATTEMPT = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final SagaShape shape;
    private final Journal journal;

    Notices(SagaShape shape, Journal journal) {
        this.shape = shape;
        this.journal = journal;
    }

    /** Sends word of something that an operator may settle. */
    void send(HelpCase help, Throwable failure) {
        send(help.step().label(), help.phase(), Failures.inWords(failure), help.verbs(), help.what());
        Outer.tell(true, journal.state());
    }

    /** Sends word of a participant that was not told the saga's state, about which nobody need do anything. */
    void notTold(String step, String participant, String state, Throwable failure) {
        String why = "%s was not told %s: %s".formatted(participant, state, Failures.inWords(failure));
        send(step, Phase.DO, why, List.of(), step);
    }

    private void send(String step, Phase phase, String why, List<String> verbs, String what) {
        AdminNotice notice = new AdminNotice(
                journal.sagaId(),
                shape.name(),
                shape.version(),
                journal.state(),
                step,
                phase,
                why,
                Instant.ofEpochMilli(Workflow.currentTimeMillis()),
                verbs);
        ActivityOptions options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(ATTEMPT)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setMaximumInterval(LONGEST_PAUSE)
                        .build())
                .setSummary(Texts.cut("notify the admin: " + what, Texts.SUMMARY_BYTES))
                .build();
        Workflow.newUntypedActivityStub(options).executeAsync(NotifyAdmin.ACTIVITY, Void.class, notice);
        journal.notified(step, why);
    }
}
