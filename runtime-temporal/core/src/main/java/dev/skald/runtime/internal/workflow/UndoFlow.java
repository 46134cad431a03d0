package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.UndoOrder;
import dev.skald.runtime.UndoRecord;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The course of a workflow that undoes a completed saga, by what that has handed back. */
public final class UndoFlow {

    private final SagaShape shape;
    private final Journal journal;
    private final Calls calls;
    private final Helpdesk helpdesk;
    private final Undos undos;
    private final Telling telling;
    private final SubSagas subSagas;
    private @Nullable UndoRecord record;

    /**
     * The undoing, at its beginning.
     *
     * @param shape the saga that is undone
     */
    public UndoFlow(SagaShape shape) {
        this.shape = shape;
        this.journal = new Journal(shape);
        this.calls = new Calls(shape.name(), journal, this::sagaId);
        this.helpdesk = new Helpdesk(journal);
        Notices notices = new Notices(shape, journal);
        Alarm alarm = new Alarm(journal, helpdesk, notices);
        this.undos = new Undos(shape, calls, journal, helpdesk, alarm);
        Stops stops = new Stops();
        stops.close("it undoes what was done");
        this.telling = new Telling(shape, calls, stops, journal, notices);
        journal.observedBy(telling::changed);
        InnerWorkflows workflows = new InnerWorkflows(journal);
        Steps steps = new Steps(journal, calls, stops, telling, undos, alarm);
        this.subSagas = new SubSagas(journal, steps, calls, stops, workflows);
        Workflow.registerListener(new AnswersOfSaga(journal));
        Workflow.registerListener(new UpdatesOfSaga(helpdesk, stops, new EarlyAnswer()));
        Workflow.registerListener(new MessagesOfSaga(stops, workflows));
    }

    private String sagaId() {
        return Optional.ofNullable(record).map(UndoRecord::sagaId).orElseGet(journal::sagaId);
    }

    /**
     * Undoes the saga.
     *
     * @param record what it has handed back
     * @throws io.temporal.failure.TemporalFailure if something was left out or given up: the workflow fails with it
     */
    public void run(UndoRecord record) {
        this.record = record;
        CompletablePromise<Boolean> isAllUndone = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> isAllUndone.complete(undo(record)))
                .run();
        if (!isAllUndone.get()) {
            throw Endings.failure(shape, journal, StepFailed.fault(leftOut()));
        }
    }

    private boolean undo(UndoRecord undone) {
        Optional.ofNullable(undone.onStateChange()).ifPresent(this::tellAgain);
        restore(undone.undos());
        journal.forgetPending();
        journal.compensating(meanwhile());
        undos.undoAll();
        boolean all = journal.isAllUndone() && helpdesk.abandonedBy().isEmpty();
        journal.ends(all ? SagaState.COMPENSATED : SagaState.RESOLVED_MANUALLY);
        telling.untilTold(() -> false);
        Workflow.await(Workflow::isEveryHandlerFinished);
        return all;
    }

    /** Undos are sent all at once where a saga agrees in time. */
    private SagaState meanwhile() {
        return shape.undoOrder() == UndoOrder.ALL_AT_ONCE ? SagaState.COMPENSATION_SENT : SagaState.COMPENSATING;
    }

    private void tellAgain(UndoRecord.StateChange change) {
        telling.by(
                state -> calls.run(
                        change.type(),
                        state.equals(SagaState.COMPENSATED.name()) ? change.compensated() : change.resolvedManually()),
                change.calls());
    }

    private void restore(List<UndoRecord.Entry> lastFirst) {
        List<StepEntry> steps = lastFirst.stream()
                .map(entry -> journal.step(shape.steps().get(entry.position()), entry.iteration()))
                .toList();
        for (int place = lastFirst.size() - 1; place >= 0; place--) {
            UndoRecord.Entry entry = lastFirst.get(place);
            journal.done(steps.get(place));
            undos.restore(new Undo(
                    steps.get(place),
                    Optional.ofNullable(entry.type()).map(type -> call(type, entry)),
                    entry.whyNot(),
                    behind(entry, steps, place)));
        }
    }

    /** A record that says nothing of what its steps had waited for is gone through from the first to the last. */
    private static Set<StepEntry> behind(UndoRecord.Entry entry, List<StepEntry> lastFirst, int place) {
        List<Integer> recorded = entry.behind();
        return recorded == null
                ? Set.copyOf(
                        lastFirst.subList(Math.min(place + 1, lastFirst.size()), Math.min(place + 2, lastFirst.size())))
                : recorded.stream().map(lastFirst::get).collect(Collectors.toUnmodifiableSet());
    }

    private Runnable call(String type, UndoRecord.Entry entry) {
        UndoRecord subSaga = entry.subSaga();
        if (subSaga != null) {
            return () -> subSagas.undo(type, subSaga);
        }
        Object request = entry.request();
        if (request == null) {
            throw new IllegalStateException("the undo of step " + entry.step() + " has no request");
        }
        return () -> calls.run(type, request);
    }

    private static ApplicationFailure leftOut() {
        return ApplicationFailure.newBuilder()
                .setType("dev.skald.NotUndone")
                .setMessage("not everything was undone")
                .setNonRetryable(true)
                .build();
    }
}
