package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.UndoOrder;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be undone if the saga cannot be completed, and the undoing of it in the saga's order. An undo that fails
 * never keeps the others from being sent unless its definition says so, and never counts as done.
 */
final class Undos {

    private final UndoOrder order;
    private final Calls calls;
    private final Journal journal;
    private final Helpdesk helpdesk;
    private final Alarm alarm;
    private final Deque<Undo> lastFirst = new ArrayDeque<>();

    Undos(UndoOrder order, Calls calls, Journal journal, Helpdesk helpdesk, Alarm alarm) {
        this.order = order;
        this.calls = calls;
        this.journal = journal;
        this.helpdesk = helpdesk;
        this.alarm = alarm;
    }

    /** The step took effect; {@code call} undoes it. */
    void done(StepEntry step, @Nullable Runnable call) {
        add(step, call, step.shape().whyNoUndo().orElse("the definition has no undo for it"));
    }

    /** The step may have taken effect; {@code call} undoes it without its result, if anything does. */
    void unknown(StepEntry step, @Nullable Runnable call) {
        add(step, call, step.shape().whyNoUndo().orElse("its undo needs its result, and nobody knows that"));
    }

    /** A step that has neither an undo nor a reason why not stays done. */
    private void add(StepEntry step, @Nullable Runnable call, String whyNot) {
        StepShape shape = step.shape();
        boolean hasEffect = shape.kind() == StepKind.COMPENSATABLE;
        if (hasEffect && (shape.undo().isPresent() || shape.whyNoUndo().isPresent())) {
            lastFirst.push(new Undo(step, Optional.ofNullable(call), whyNot));
            journal.took(step);
        }
    }

    boolean isEmpty() {
        return lastFirst.isEmpty();
    }

    /** Returns when every undo is settled, or the saga was given up. */
    void undoAll() {
        List<Promise<Void>> sent = new ArrayList<>();
        for (Undo undo : lastFirst) {
            if (helpdesk.abandonedBy().isPresent()) {
                break;
            }
            Undoing undoing = new Undoing(undo, calls, journal, alarm);
            Promise<Void> settled = Async.procedure(undoing::untilSettled);
            sent.add(settled);
            if (order == UndoOrder.LAST_FIRST) {
                Workflow.await(() -> settled.isCompleted() || undoing.letsOthersGoOn());
            }
        }
        // Not only waits for them: what went wrong in one of them fails the workflow's task.
        Promise.allOf(sent).get();
    }
}
