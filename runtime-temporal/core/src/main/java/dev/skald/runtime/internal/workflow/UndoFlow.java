package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepShape;
import dev.skald.runtime.UndoRecord;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The course of a workflow that undoes a completed saga, by what that has handed back. */
public final class UndoFlow {

    private final SagaShape shape;
    private final Journal journal;
    private final Calls calls;
    private final Helpdesk helpdesk;
    private final Undos undos;
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
        Alarm alarm = new Alarm(journal, helpdesk, new Notices(shape, journal));
        this.undos = new Undos(shape, calls, journal, helpdesk, alarm);
        Stops stops = new Stops();
        stops.close("it undoes what was done");
        InnerWorkflows workflows = new InnerWorkflows(journal);
        this.subSagas = new SubSagas(journal, new Steps(journal, calls, stops, undos, alarm), calls, stops, workflows);
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
        List<UndoRecord.Entry> lastToFirst = new ArrayList<>(undone.undos());
        Collections.reverse(lastToFirst);
        lastToFirst.forEach(this::restore);
        journal.forgetPending();
        journal.compensating(SagaState.COMPENSATING);
        undos.undoAll();
        boolean all = journal.isAllUndone() && helpdesk.abandonedBy().isEmpty();
        journal.ends(all ? SagaState.COMPENSATED : SagaState.RESOLVED_MANUALLY);
        Workflow.await(Workflow::isEveryHandlerFinished);
        return all;
    }

    private void restore(UndoRecord.Entry entry) {
        StepShape step = shape.steps().get(entry.position());
        StepEntry done = journal.step(step, entry.iteration());
        journal.done(done);
        undos.restore(new Undo(done, Optional.ofNullable(entry.type()).map(type -> call(type, entry)), entry.whyNot()));
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
