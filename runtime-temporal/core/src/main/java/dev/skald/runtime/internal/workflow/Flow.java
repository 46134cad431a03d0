package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.DeclaredError;
import dev.skald.runtime.SagaShape;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.Failures;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The course of one saga, one step at a time. It runs detached from Temporal's cancellation, so that nothing can
 * interrupt it between an effect and its undo.
 */
public final class Flow {

    private final SagaShape shape;
    private final Journal journal;
    private final Calls calls;
    private final Stops stops = new Stops();
    private final EarlyAnswer answer = new EarlyAnswer();
    private final Helpdesk helpdesk;
    private final Alarm alarm;
    private final Undos undos;
    private final Steps steps;
    private final Telling telling;
    private final Loops loops;
    private final Groups groups;
    private final Waits waits;
    private final SubSagas subSagas;
    private SagaState whileUndoing = SagaState.COMPENSATING;

    /**
     * A saga's course, at its beginning.
     *
     * @param shape what never changes about the saga
     */
    public Flow(SagaShape shape) {
        this.shape = shape;
        this.journal = new Journal(shape);
        this.calls = new Calls(shape.name(), journal, this::sagaId);
        this.helpdesk = new Helpdesk(journal);
        Notices notices = new Notices(shape, journal);
        this.alarm = new Alarm(journal, helpdesk, notices);
        this.undos = new Undos(shape, calls, journal, helpdesk, alarm);
        this.telling = new Telling(shape, calls, stops, journal, notices);
        journal.observedBy(telling::changed);
        this.steps = new Steps(journal, calls, stops, telling, undos, alarm);
        this.loops = new Loops(() -> new Branches(this::willFail));
        this.groups = new Groups(steps, stops, () -> new Branches(this::willFail));
        this.waits = new Waits(journal, stops);
        InnerWorkflows workflows = new InnerWorkflows(journal);
        this.subSagas = new SubSagas(journal, steps, calls, stops, workflows);
        Workflow.registerListener(new AnswersOfSaga(journal));
        Workflow.registerListener(new UpdatesOfSaga(helpdesk, stops, answer));
        Workflow.registerListener(new MessagesOfSaga(stops, workflows));
    }

    private String sagaId() {
        return Outer.sagaId(journal.sagaId());
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
     * How a participant is told the saga's state.
     *
     * @return the telling of this saga
     */
    public Telling telling() {
        return telling;
    }

    /**
     * How loops go round.
     *
     * @return the loops and branches of this saga
     */
    public Loops loops() {
        return loops;
    }

    /**
     * How steps run at the same time.
     *
     * @return the groups of this saga
     */
    public Groups groups() {
        return groups;
    }

    /**
     * How the saga waits.
     *
     * @return the waits of this saga
     */
    public Waits waits() {
        return waits;
    }

    /**
     * How other sagas are run.
     *
     * @return the sub-sagas of this saga
     */
    public SubSagas subSagas() {
        return subSagas;
    }

    /**
     * Runs a saga that is all or nothing to its end; its caller is answered then.
     *
     * @param body generated code, step by step
     * @param <R> the saga's result
     * @return what the body returns, if every step was done
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public <R extends @Nullable Object> R atomic(Supplier<R> body) {
        return run(body, SagaState.COMPENSATING);
    }

    /**
     * Runs a saga that agrees in time to its end; its caller is answered as soon as the outcome is known.
     *
     * @param body generated code, step by step
     * @param <R> the saga's result
     * @return what the body returns, if every step was done
     * @throws TemporalFailure if the saga was not completed: the workflow fails with it
     */
    public <R extends @Nullable Object> R eventual(Supplier<R> body) {
        return run(body, SagaState.COMPENSATION_SENT);
    }

    private <R extends @Nullable Object> R run(Supplier<R> body, SagaState whileUndoing) {
        this.whileUndoing = whileUndoing;
        telling.begin(whileUndoing == SagaState.COMPENSATING);
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
            R result = Groups.whole(body);
            if (Outer.isThere() && !steps.pastPivot()) {
                Outer.handBack(undos.record(sagaId(), telling.record()), result);
            }
            if (telling.isThere()) {
                stops.close("it is completed");
            }
            journal.ends(SagaState.COMPLETED);
            answerWhenTold(() -> answer.completed(result));
            Endings.keepIfCancelled(workflow, journal, result);
            Workflow.await(Workflow::isEveryHandlerFinished);
            return result;
        } catch (StepFailed failed) {
            throw compensate(failed, workflow);
        } catch (DeclaredError error) {
            throw compensate(StepFailed.refused(Failures.inFlow(error)), workflow);
        } catch (Abandoned abandoned) {
            journal.failsOf(StepFailed.fault(abandoned.why()));
            throw end(StepFailed.fault(abandoned.why()), workflow);
        } catch (TemporalFailure failure) {
            throw compensate(StepFailed.fault(failure), workflow);
        }
    }

    /** A branch has failed while others are in flight: an eventual saga's caller does not wait for those. */
    private void willFail(StepFailed failed) {
        if (steps.pastPivot()) {
            return;
        }
        journal.failsOf(failed);
        if (whileUndoing == SagaState.COMPENSATION_SENT) {
            journal.compensationSent();
            answer.failed(Endings.failure(shape, journal, failed));
        }
    }

    private TemporalFailure compensate(StepFailed failed, CancellationScope workflow) {
        if (steps.pastPivot()) {
            // Nothing may be undone any more, and nothing may be lost: the task fails until the code is mended.
            throw new IllegalStateException(shape.name() + " failed after its pivot", failed.why());
        }
        stops.close("it is not completed, and what was done is being undone");
        journal.failsOf(failed);
        if (!undos.isEmpty()) {
            journal.compensating(whileUndoing);
            if (whileUndoing == SagaState.COMPENSATION_SENT) {
                answer.failed(Endings.failure(shape, journal, failed));
            }
            undos.undoAll();
        }
        return end(failed, workflow);
    }

    private TemporalFailure end(StepFailed failed, CancellationScope workflow) {
        boolean asIfNothingHappened =
                journal.isAllUndone() && helpdesk.abandonedBy().isEmpty();
        journal.ends(asIfNothingHappened ? SagaState.COMPENSATED : SagaState.RESOLVED_MANUALLY);
        TemporalFailure failure = Endings.failure(shape, journal, failed);
        answerWhenTold(() -> answer.failed(failure));
        Endings.keepIfCancelled(workflow, journal, null);
        Workflow.await(Workflow::isEveryHandlerFinished);
        return failure;
    }

    /** The caller of an eventual saga does not wait for others to be told of its end. */
    private void answerWhenTold(Runnable answering) {
        if (telling.isAwaited()) {
            telling.untilTold(() -> false);
            answering.run();
        } else {
            answering.run();
            telling.untilTold(() -> false);
        }
    }

    private void late() {
        if (steps.pastPivot()) {
            stops.deadline().ifPresent(alarm::late);
        }
    }
}
