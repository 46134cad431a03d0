package dev.skald.codegen.interpret;

import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.UndoOrder;
import dev.skald.codegen.plan.SagaState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Undoes what was done: sends what may be sent, and when nothing moves any more lets the operator act, or time pass.
 */
final class Undoing {

    private final UndoOrder order;
    private final Answer answer;
    private final Cursor script;
    private final Recorder record;
    private final List<StepUndo> lastFirst = new ArrayList<>();

    /** Those whose last round failed. */
    private final Set<StepUndo> stuck = new HashSet<>();

    private boolean allHappened = true;
    private boolean givenUp;

    Undoing(SagaPlan plan, Cursor script, Recorder record) {
        this.order = plan.undoOrder();
        this.answer = plan.answer();
        this.script = script;
        this.record = record;
    }

    /**
     * The step took effect, or may have.
     *
     * @param waitedFor what was to be done before it
     */
    void add(Task task, Set<Task> waitedFor) {
        task.undo().ifPresent(undo -> lastFirst.add(0, new StepUndo(task, undo, waitedFor)));
    }

    /** Something may be done that nobody undoes. */
    void leaveOpen() {
        allHappened = false;
    }

    /** An operator has given the saga up: nothing will be undone. */
    void giveUp() {
        givenUp = true;
    }

    /** Undoes it all; leaves the saga open where only an operator leads out, and the script has none. */
    void run() {
        if (!lastFirst.isEmpty()) {
            begin();
        }
        if (givenUp) {
            abandon();
        }
        while (sendsNew() || operatorActs() || timePasses()) {
            // Until nothing moves any more.
        }
        if (stuck.isEmpty()) {
            record.move(allHappened ? SagaState.COMPENSATED : SagaState.RESOLVED_MANUALLY);
        }
    }

    private void begin() {
        record.move(meanwhile());
        if (answer == Answer.BEFORE_COMPENSATION) {
            record.answerCaller();
        }
    }

    /** The state of the saga while nothing is failed. */
    private SagaState meanwhile() {
        return answer == Answer.BEFORE_COMPENSATION ? SagaState.COMPENSATION_SENT : SagaState.COMPENSATING;
    }

    /** Sends what has not been sent and may go now; answers whether there was any. */
    private boolean sendsNew() {
        List<StepUndo> together =
                mayGo(lastFirst.stream().filter(undo -> !undo.hasBegun()).toList());
        // What nobody can be asked for fails at once, and what waits for it goes together with the others.
        List<StepUndo> atOnce =
                together.stream().filter(undo -> !undo.canBeSent()).toList();
        send(atOnce.isEmpty() ? together : atOnce);
        return !together.isEmpty();
    }

    private List<StepUndo> mayGo(List<StepUndo> waiting) {
        return switch (order) {
            case LAST_FIRST ->
                letOthersGoOn(lastFirst.stream().filter(StepUndo::hasBegun))
                        ? waiting.stream().limit(1).toList()
                        : List.of();
            case DEPENDENTS_FIRST ->
                waiting.stream()
                        .filter(undo -> letOthersGoOn(lastFirst.stream().filter(other -> other.waitedFor(undo.task()))))
                        .toList();
            case ALL_AT_ONCE -> waiting;
        };
    }

    private static boolean letOthersGoOn(Stream<StepUndo> undos) {
        return undos.allMatch(StepUndo::letsOthersGoOn);
    }

    /** Sends again what is sent without limit; answers whether there was any. */
    private boolean timePasses() {
        List<StepUndo> again =
                inOrder(stuck).stream().filter(undo -> !undo.canFail()).toList();
        send(again);
        return !again.isEmpty();
    }

    private void send(List<StepUndo> undos) {
        Set<Request> requests = undos.stream()
                .filter(StepUndo::canBeSent)
                .map(StepUndo::request)
                .collect(Collectors.toSet());
        if (!requests.isEmpty()) {
            record.sent(requests);
        }
        undos.forEach(stuck::remove);
        for (StepUndo undo : undos) {
            if (!undo.hasBegun()) {
                undo.begin();
                record.become(undo.task(), StepState.COMPENSATING);
            }
            boolean done = undo.canBeSent() && script.outcome(undo.request()) == Outcome.DONE;
            if (done) {
                settle(undo, StepState.COMPENSATED);
            } else {
                fail(undo);
            }
        }
    }

    private void fail(StepUndo undo) {
        stuck.add(undo);
        if (undo.canFail()) {
            record.become(undo.task(), StepState.COMPENSATION_FAILED);
            record.move(SagaState.COMPENSATION_FAILED);
            record.answerCaller();
        } else {
            record.become(undo.task(), StepState.NEEDS_ATTENTION);
        }
        if (undo.fail()) {
            record.notifyAdmin(undo.request());
        }
    }

    private void settle(StepUndo undo, StepState state) {
        stuck.remove(undo);
        undo.settle();
        record.become(undo.task(), state);
        goBackIfNothingIsFailed();
    }

    private void goBackIfNothingIsFailed() {
        if (record.isIn(SagaState.COMPENSATION_FAILED) && stuck.stream().noneMatch(StepUndo::canFail)) {
            record.move(meanwhile());
        }
    }

    private List<StepUndo> inOrder(Set<StepUndo> undos) {
        return lastFirst.stream().filter(undos::contains).toList();
    }

    /** Whether the operator has done anything about one of those that are stuck. */
    private boolean operatorActs() {
        for (StepUndo undo : inOrder(stuck)) {
            Verb verb = script.verb(undo.request());
            if (verb != Verb.WAIT) {
                act(undo, verb);
                return true;
            }
        }
        return false;
    }

    private void act(StepUndo undo, Verb verb) {
        switch (verb) {
            case RETRY -> retry(undo);
            case CONFIRM_DONE -> settle(undo, StepState.COMPENSATED);
            case SKIP -> {
                allHappened = false;
                settle(undo, StepState.SKIPPED);
            }
            case ABANDON -> abandon();
            case CONFIRM_NOT_DONE -> record.refused(undo.request(), verb);
            case WAIT -> {}
        }
    }

    private void retry(StepUndo undo) {
        if (!undo.canBeSent()) {
            record.refused(undo.request(), Verb.RETRY);
            return;
        }
        undo.retry();
        record.become(undo.task(), StepState.COMPENSATING);
        stuck.remove(undo);
        goBackIfNothingIsFailed();
        send(List.of(undo));
    }

    /** What was not confirmed by now never will be; what has not been sent is not sent. */
    private void abandon() {
        allHappened = false;
        stuck.forEach(undo -> record.become(undo.task(), StepState.COMPENSATION_FAILED));
        stuck.clear();
        lastFirst.clear();
    }
}
