package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.StepState;
import dev.skald.runtime.internal.wire.Verb;
import io.temporal.failure.TemporalFailure;
import java.util.function.BooleanSupplier;

/** Asks for help: shows what is stuck, opens it to operators, and has the admin notified once. */
final class Alarm {

    private final Journal journal;
    private final Helpdesk helpdesk;
    private final Notices notices;
    private boolean late;

    Alarm(Journal journal, Helpdesk helpdesk, Notices notices) {
        this.journal = journal;
        this.helpdesk = helpdesk;
        this.notices = notices;
    }

    /**
     * A step begins that may need help.
     *
     * @param mustBeDone whether nobody may say that it was not done
     */
    HelpCase open(StepEntry step, BooleanSupplier mustBeDone) {
        return helpdesk.open(HelpCase.doing(step, mustBeDone).without(Verb.SKIP, "only an undo can be left out"));
    }

    /** An undo begins. */
    HelpCase openUndo(StepEntry step, boolean canBeSent) {
        HelpCase help = HelpCase.undoing(step)
                .without(Verb.CONFIRM_NOT_DONE, "that the undo has not happened is what the saga goes by");
        return helpdesk.open(canBeSent ? help : help.without(Verb.RETRY, "the step has no undo to be sent"));
    }

    void close(HelpCase help) {
        helpdesk.close(help);
    }

    /** A step was not answered. */
    void raise(HelpCase help, TemporalFailure failure, boolean escalates) {
        if (escalates) {
            journal.escalated(help.step(), failure);
        }
        journal.failed(help.step(), StepState.NEEDS_ATTENTION, failure);
        notifyOnce(help, failure);
    }

    /** An undo was not confirmed, and goes on being sent. */
    void undoNeedsAttention(HelpCase help, TemporalFailure failure) {
        journal.failed(help.step(), StepState.NEEDS_ATTENTION, failure);
        notifyOnce(help, failure);
    }

    /** An undo was not confirmed, and only an operator can settle it. */
    void undoFailed(HelpCase help, TemporalFailure failure) {
        journal.undoFailed(help.step(), failure);
        notifyOnce(help, failure);
    }

    /** The saga's time is over after its pivot: the admin is told once, however many steps are still to come. */
    void late(TemporalFailure deadline) {
        for (HelpCase help : helpdesk.cases()) {
            journal.escalated(help.step(), deadline);
            journal.failed(help.step(), StepState.NEEDS_ATTENTION, deadline);
            if (help.raise() && !late) {
                notices.send(help, deadline);
            }
            late = true;
        }
    }

    void settledBy(HelpCase help, Decision decision) {
        journal.settledBy(help.step(), decision);
    }

    private void notifyOnce(HelpCase help, TemporalFailure failure) {
        if (help.raise()) {
            notices.send(help, failure);
        }
    }
}
