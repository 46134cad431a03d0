package dev.skald.runtime.internal;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.StepState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be undone if the saga cannot be completed, and the undoing of it: one by one, the last first. An undo that
 * fails never keeps the others from being sent unless its definition says so, and never counts as done.
 */
final class Undos {

    private record Undo(StepEntry step, @Nullable Runnable call) {}

    private final Calls calls;
    private final Journal journal;
    private final Deque<Undo> lastFirst = new ArrayDeque<>();

    Undos(Calls calls, Journal journal) {
        this.calls = calls;
        this.journal = journal;
    }

    /** The step took effect, or may have. */
    void add(StepEntry step, @Nullable Runnable call) {
        lastFirst.push(new Undo(step, call));
        journal.took(step);
    }

    /** Returns when every undo has really happened. */
    void undoAll() {
        if (!lastFirst.isEmpty()) {
            journal.compensating();
        }
        for (Undo undo : lastFirst) {
            undo(undo);
            if (undo.step().shape().pausesOnExhausted()) {
                awaitSettled(undo);
            }
        }
        lastFirst.forEach(Undos::awaitSettled);
    }

    private void undo(Undo undo) {
        StepEntry step = undo.step();
        Optional<CallShape> shape = step.shape().undo();
        if (undo.call() == null || shape.isEmpty()) {
            journal.undoFailed(step, noUndo(step));
            return;
        }
        journal.undoing(step);
        Runnable call = undo.call();
        CallOutcome<?> outcome = calls.at(new CallSite(step, Phase.UNDO, shape.get(), null), () -> {
            call.run();
            return step;
        });
        if (outcome instanceof CallOutcome.Done) {
            journal.undone(step);
        } else if (outcome instanceof CallOutcome.Unknown<?> unknown) {
            journal.undoFailed(step, unknown.failure());
        } else if (outcome instanceof CallOutcome.Refused<?> refused) {
            journal.undoFailed(step, refused.error());
        }
    }

    // Only an operator can settle a failed undo, so without one this waits for ever: the saga stays open.
    private static void awaitSettled(Undo undo) {
        Workflow.await(() -> undo.step().state() != StepState.COMPENSATION_FAILED);
    }

    private static ApplicationFailure noUndo(StepEntry step) {
        String reason = step.shape().whyNoUndo().orElse("the definition has no undo for it");
        return ApplicationFailure.newBuilder()
                .setType("dev.skald.NoUndo")
                .setMessage(reason)
                .setNonRetryable(true)
                .build();
    }
}
