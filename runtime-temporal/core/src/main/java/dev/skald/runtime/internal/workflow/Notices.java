package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.AdminNotice;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.NotifyAdmin;
import dev.skald.runtime.internal.wire.Texts;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;

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
        String why = Failures.inWords(failure);
        AdminNotice notice = new AdminNotice(
                journal.sagaId(),
                shape.name(),
                shape.version(),
                journal.state(),
                help.step().label(),
                help.phase(),
                why,
                Instant.ofEpochMilli(Workflow.currentTimeMillis()),
                help.verbs());
        ActivityOptions options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(ATTEMPT)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setMaximumInterval(LONGEST_PAUSE)
                        .build())
                .setSummary(Texts.cut("notify the admin: " + help.what(), Texts.SUMMARY_BYTES))
                .build();
        Workflow.newUntypedActivityStub(options).executeAsync(NotifyAdmin.ACTIVITY, Void.class, notice);
        journal.notified(help.step(), why);
        Outer.tell(true, journal.state());
    }
}
