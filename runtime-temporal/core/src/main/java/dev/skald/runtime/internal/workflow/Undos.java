package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.StepKind;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.UndoOrder;
import dev.skald.runtime.UndoRecord;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be undone if the saga cannot be completed, and the undoing of it in the saga's order. An undo that fails
 * never keeps the others from being sent unless its definition says so, and never counts as done.
 */
final class Undos {

    /** With more of what waited for what, a record would grow too large; without, the undos go one by one. */
    private static final int MOST_WAITS = 10_000;

    private final SagaShape shape;
    private final Calls calls;
    private final Journal journal;
    private final Helpdesk helpdesk;
    private final Alarm alarm;
    private final Deque<Undo> lastFirst = new ArrayDeque<>();

    Undos(SagaShape shape, Calls calls, Journal journal, Helpdesk helpdesk, Alarm alarm) {
        this.shape = shape;
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
        StepShape taken = step.shape();
        boolean hasEffect = taken.kind() == StepKind.COMPENSATABLE;
        if (hasEffect && (taken.undo().isPresent() || taken.whyNoUndo().isPresent())) {
            Strand strand = Strand.current();
            restore(new Undo(step, Optional.ofNullable(call), whyNot, strand.past()));
            strand.took(step);
        }
    }

    /** The step took effect before any of those that are to be undone now. */
    void restore(Undo undo) {
        lastFirst.push(undo);
        journal.took(undo.step());
    }

    /** What it takes to undo the saga later, from another workflow. */
    UndoRecord record(String sagaId, UndoRecord.@Nullable StateChange onStateChange) {
        boolean withOrder = isOrderRecorded();
        return new UndoRecord(
                journal.workflowId(),
                sagaId,
                lastFirst.stream().map(undo -> recorded(undo, withOrder)).toList(),
                onStateChange);
    }

    private boolean isOrderRecorded() {
        return shape.undoOrder() == UndoOrder.DEPENDENTS_FIRST
                && lastFirst.stream().mapToInt(undo -> undo.behind().size()).sum() <= MOST_WAITS;
    }

    private UndoRecord.Entry recorded(Undo undo, boolean withOrder) {
        StepEntry step = undo.step();
        Optional<UndoCall> call = undo.call().map(calls::record);
        return new UndoRecord.Entry(
                shape.steps().indexOf(step.shape()),
                step.shape().name(),
                step.iteration(),
                call.map(UndoCall::type).orElse(null),
                call.map(UndoCall::request).orElse(null),
                call.map(UndoCall::subSaga).orElse(null),
                undo.whyNot(),
                withOrder ? behind(undo) : null);
    }

    /** Which of those that are to be undone a step had behind it, by their place among all. */
    private List<Integer> behind(Undo undo) {
        List<StepEntry> all = lastFirst.stream().map(Undo::step).toList();
        return IntStream.range(0, all.size())
                .filter(place -> undo.behind().contains(all.get(place)))
                .boxed()
                .toList();
    }

    boolean isEmpty() {
        return lastFirst.isEmpty();
    }

    /** Returns when every undo is settled, or the saga was given up. */
    void undoAll() {
        List<Promise<Void>> sent = new ArrayList<>();
        List<Undoing> all = lastFirst.stream()
                .map(undo -> new Undoing(undo, calls, journal, alarm))
                .toList();
        new UndoSequence(shape.undoOrder(), all)
                .sendUnless(
                        () -> helpdesk.abandonedBy().isPresent(),
                        undoing -> sent.add(Async.procedure(undoing::untilSettled)));
        // Not only waits for them: what went wrong in one of them fails the workflow's task.
        Promise.allOf(sent).get();
    }
}
