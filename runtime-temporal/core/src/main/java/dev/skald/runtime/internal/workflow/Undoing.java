package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/**
 * The undoing of one step, until it is settled: confirmed by the participant or by an operator, or left out by one.
 * Where its retries are used up it waits for an operator; one without a limit asks for help then and goes on.
 */
public final class Undoing {

    /** When help is asked for, for an undo that is sent without limit: the attempts that an undo has by default. */
    private static final int PATIENCE = 10;

    private final Undo undo;
    private final StepEntry step;
    private final Calls calls;
    private final Journal journal;
    private final Alarm alarm;
    private boolean tried;
    private boolean settled;

    Undoing(Undo undo, Calls calls, Journal journal, Alarm alarm) {
        this.undo = undo;
        this.step = undo.step();
        this.calls = calls;
        this.journal = journal;
        this.alarm = alarm;
    }

    /** Whether a call is made without any limit. */
    static boolean isEndless(CallShape shape) {
        return shape.attempts() == CallShape.UNLIMITED && shape.limit() == null;
    }

    /** How a participant is asked before help is: also without limit only so often. */
    static CallShape firstRound(CallShape shape) {
        return isEndless(shape) ? shape.attempts(PATIENCE) : shape;
    }

    /** What is undone. */
    Undo undo() {
        return undo;
    }

    /** Whether the undo need not hold up the others any longer: it is settled, or they need not wait for that. */
    boolean letsOthersGoOn() {
        return settled || (needsHelp() && !step.shape().pausesOnExhausted());
    }

    private boolean needsHelp() {
        return tried || step.stuckInside().isPresent();
    }

    /** Returns when it is settled, or the saga was given up. */
    public void untilSettled() {
        HelpCase help = alarm.openUndo(step, undo.call().isPresent());
        try {
            if (undo.call().isPresent() && step.shape().undo().isPresent()) {
                send(undo.call().get(), step.shape().undo().get(), help);
            } else {
                alarm.undoFailed(help, noUndo());
                tried = true;
                decided(help, Optional.empty());
            }
        } finally {
            settled = true;
            alarm.close(help);
        }
    }

    private void send(Runnable call, CallShape shape, HelpCase help) {
        boolean endless = isEndless(shape);
        Optional<Pauses> pauses = endless ? Optional.of(new Pauses(shape, "undo " + step.label())) : Optional.empty();
        CallShape round = firstRound(shape);
        journal.undoing(step);
        while (true) {
            CallOutcome<StepEntry> outcome = calls.at(CallSite.undoing(step, round, help), () -> {
                call.run();
                return step;
            });
            if (outcome instanceof CallOutcome.Done) {
                journal.undone(step);
                return;
            }
            if (outcome instanceof CallOutcome.LeftOpen) {
                journal.undoGivenUp(step, outcome.failure());
                return;
            }
            if (!help.isDecided()) {
                askForHelp(help, outcome.failure(), endless);
            }
            if (decided(help, pauses)) {
                return;
            }
            round = shape;
        }
    }

    private void askForHelp(HelpCase help, TemporalFailure failure, boolean endless) {
        if (endless) {
            alarm.undoNeedsAttention(help, failure);
        } else {
            alarm.undoFailed(help, failure);
        }
        tried = true;
    }

    /** Waits for an operator, or only for a while; false if the undo is to be sent again. */
    private boolean decided(HelpCase help, Optional<Pauses> pauses) {
        pauses.ifPresentOrElse(pause -> pause.pauseUnless(help::isDecided), () -> Workflow.await(help::isDecided));
        Optional<Decision> decision = help.takeDecision();
        decision.ifPresent(made -> alarm.settledBy(help, made));
        return decision.isPresent() && isSettledBy(decision.get(), help);
    }

    private boolean isSettledBy(Decision decision, HelpCase help) {
        switch (decision.verb()) {
            case CONFIRM_DONE -> journal.undone(step);
            case SKIP -> journal.skipped(step);
            case ABANDON -> journal.undoGivenUp(step);
            case RETRY, CONFIRM_NOT_DONE -> {
                help.triedAgain();
                journal.undoing(step);
                return false;
            }
        }
        return true;
    }

    private ApplicationFailure noUndo() {
        return ApplicationFailure.newBuilder()
                .setType("dev.skald.NoUndo")
                .setMessage(undo.whyNot())
                .setNonRetryable(true)
                .build();
    }
}
