package dev.skald.runtime.internal;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The course of one saga: all or nothing, one step at a time. It runs detached from Temporal's cancellation, so that
 * nothing can interrupt it between an effect and its undo.
 */
public final class Flow {

    private final SagaShape shape;
    private final Journal journal;
    private final Calls calls;
    private final Stops stops = new Stops();
    private final Undos undos;
    private final Steps steps;

    /**
     * A saga's course, at its beginning.
     *
     * @param shape what never changes about the saga
     */
    public Flow(SagaShape shape) {
        this.shape = shape;
        this.journal = new Journal(shape);
        this.calls = new Calls(shape.name(), journal);
        this.undos = new Undos(calls, journal);
        this.steps = new Steps(journal, calls, stops, undos);
        Workflow.registerListener(new Answers.FromJournal(journal));
    }

    /**
     * How stubs ask participants.
     *
     * @return the calls of this saga
     */
    public Calls calls() {
        return calls;
    }

    /**
     * How steps are taken.
     *
     * @return the steps of this saga
     */
    public Steps steps() {
        return steps;
    }

    /**
     * Runs the saga to its end.
     *
     * @param body generated code, step by step
     * @param <R> the saga's result
     * @return what the body returns, if every step was done
     * @throws TemporalFailure if the saga was compensated: the workflow fails with it
     */
    public <R extends @Nullable Object> R run(Supplier<R> body) {
        stops.hearCancel();
        CancellationScope workflow = CancellationScope.current();
        CompletablePromise<R> result = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> result.complete(complete(body, workflow)))
                .run();
        return result.get();
    }

    private <R extends @Nullable Object> R complete(Supplier<R> body, CancellationScope workflow) {
        stops.startClock(shape, this::late);
        try {
            R result = body.get();
            journal.ends(SagaState.COMPLETED);
            Endings.keepIfCancelled(workflow, journal, result);
            return result;
        } catch (StepFailed failed) {
            throw compensate(failed, workflow);
        } catch (DeclaredError error) {
            throw compensate(StepFailed.refused(Failures.inFlow(error)), workflow);
        } catch (TemporalFailure failure) {
            throw compensate(StepFailed.fault(failure), workflow);
        }
    }

    private TemporalFailure compensate(StepFailed failed, CancellationScope workflow) {
        if (steps.pastPivot()) {
            // Nothing may be undone any more, and nothing may be lost: the task fails until the code is mended.
            throw new IllegalStateException(shape.name() + " failed after its pivot", failed.why());
        }
        stops.close();
        journal.failsOf(failed);
        undos.undoAll();
        journal.ends(SagaState.COMPENSATED);
        Endings.keepIfCancelled(workflow, journal, null);
        return Endings.compensated(shape, journal, failed);
    }

    private void late() {
        if (steps.pastPivot()) {
            stops.deadline().ifPresent(journal::escalated);
        }
    }
}
