package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaCall;
import dev.skald.runtime.SubSagaShape;
import dev.skald.runtime.internal.wire.Messages;
import dev.skald.runtime.internal.wire.SubSagaAnswer;
import dev.skald.runtime.internal.wire.Unreadable;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.SignalExternalWorkflowException;
import io.temporal.workflow.Workflow;
import java.lang.reflect.Type;

/**
 * One step that runs another saga, which is started again for as long as the step is asked again. Until it was
 * compensated its participants know it as the same saga, so that nothing happens twice.
 *
 * @param <R> the other saga's result
 */
final class InnerRun<R> {

    private final SubSagaShape shape;
    private final Class<R> resultClass;
    private final Type resultType;
    private final Object[] input;
    private final Journal journal;
    private final Calls calls;
    private final Stops stops;
    private final InnerWorkflows workflows;
    private int compensated;

    InnerRun(
            SubSagaShape shape,
            Class<R> resultClass,
            Type resultType,
            Object[] input,
            Journal journal,
            Calls calls,
            Stops stops,
            InnerWorkflows workflows) {
        this.shape = shape;
        this.resultClass = resultClass;
        this.resultType = resultType;
        this.input = input;
        this.journal = journal;
        this.calls = calls;
        this.stops = stops;
        this.workflows = workflows;
    }

    /** Runs the saga once, and returns what it answers if it is completed. */
    SubSagaAnswer<R> answer() {
        CallSite here = calls.here(shape.workflowType());
        ConfirmedAnswer confirmed = here.confirmed();
        if (confirmed != null) {
            return new SubSagaAnswer<>(here.needsResult() ? confirmed.read(resultClass, resultType) : null, null);
        }
        if (here.needsResult()) {
            here.step().expects(new ExpectedResult(shape.workflowType(), resultClass, resultType));
        }
        return run(here);
    }

    @SuppressWarnings("unchecked") // the class of an answer is that of an answer with any result
    private SubSagaAnswer<R> run(CallSite here) {
        String id = workflowId(here.step());
        InnerWorkflows.Started<SubSagaAnswer<R>> started = workflows.start(
                here,
                id,
                shape.workflowType(),
                call(here),
                (Class<SubSagaAnswer<R>>) (Class<?>) SubSagaAnswer.class,
                SubSagaAnswer.with(resultType),
                input);
        try {
            passStopOn(started);
            SubSagaAnswer<R> answer = started.answer().get();
            return answer != null && answer.undo() != null
                    ? answer
                    : new SubSagaAnswer<>(
                            answer == null ? null : answer.result(),
                            workflows.handedBackBy(id).orElse(null));
        } catch (TemporalFailure failure) {
            throw judge(InnerEnding.of(failure));
        } catch (DataConverterException unreadable) {
            throw CallFailed.unknown(unreadable(unreadable));
        } finally {
            workflows.ended(id);
        }
    }

    /** Returns when the saga has ended; if this one is to be stopped before that, the other one is told so. */
    private void passStopOn(InnerWorkflows.Started<?> started) {
        Workflow.await(() -> started.answer().isCompleted() || stops.noted().isPresent());
        if (started.answer().isCompleted()) {
            return;
        }
        String why = stops.noted().map(ApplicationFailure::getOriginalMessage).orElse("");
        try {
            started.workflow().signal(Messages.CANCEL, journal.workflowId() + ": " + why);
        } catch (TemporalFailure | SignalExternalWorkflowException overOrNeverBegun) {
            // What has become of it is seen from its answer.
            Workflow.await(() -> started.answer().isCompleted());
        }
    }

    private CallFailed judge(InnerEnding ending) {
        if (ending.isLeftOpen()) {
            return CallFailed.leftOpen(ending.failure());
        }
        if (!ending.isCompensated()) {
            return CallFailed.unknown(ending.failure());
        }
        compensated++;
        return ending.refusal()
                .map(CallFailed::refused)
                .orElseGet(() -> CallFailed.notDone(
                        stops.noted().<TemporalFailure>map(why -> why).orElse(ending.why())));
    }

    private String workflowId(StepEntry step) {
        String id = journal.workflowId() + "/" + step.shape().name();
        return step.iteration() == 0 ? id : id + "/" + step.iteration();
    }

    /** A saga that was compensated is another one when it is run again. */
    private SagaCall call(CallSite here) {
        SagaCall call = calls.context(here);
        return compensated == 0
                ? call
                : new SagaCall(
                        call.sagaId(),
                        call.saga(),
                        call.step() + "~" + (compensated + 1),
                        call.iteration(),
                        call.phase(),
                        call.moment());
    }

    private ApplicationFailure unreadable(DataConverterException failure) {
        return Unreadable.answer(shape.workflowType(), resultType, failure);
    }
}
