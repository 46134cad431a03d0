package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.StepKind;
import dev.skald.runtime.SubSagaShape;
import dev.skald.runtime.UndoRecord;
import dev.skald.runtime.internal.wire.SubSagaAnswer;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the steps that run other sagas, each in a workflow of its own, and undoes them by what they have handed back.
 */
public final class SubSagas {

    private final Journal journal;
    private final Steps steps;
    private final Calls calls;
    private final Stops stops;
    private final InnerWorkflows workflows;

    SubSagas(Journal journal, Steps steps, Calls calls, Stops stops, InnerWorkflows workflows) {
        this.journal = journal;
        this.steps = steps;
        this.calls = calls;
        this.stops = stops;
        this.workflows = workflows;
    }

    /**
     * Runs a saga whose result is used.
     *
     * @param shape the step
     * @param resultClass the class of the result
     * @param resultType the full type of the result
     * @param input the saga's input
     * @param <R> the result
     * @return what the saga returned
     */
    public <R> R call(SubSagaShape shape, Class<R> resultClass, Type resultType, Object... input) {
        R result = take(
                        shape,
                        new InnerRun<>(shape, resultClass, resultType, input, journal, calls, stops, workflows),
                        true)
                .result();
        if (result == null) {
            throw new IllegalStateException(shape.workflowType() + " was completed without a result");
        }
        return result;
    }

    /**
     * Runs a saga whose result nobody needs.
     *
     * @param shape the step
     * @param input the saga's input
     */
    public void run(SubSagaShape shape, Object... input) {
        take(shape, new InnerRun<>(shape, Object.class, Object.class, input, journal, calls, stops, workflows), false);
    }

    private <R> SubSagaAnswer<R> take(SubSagaShape shape, InnerRun<R> run, boolean needsResult) {
        @Nullable
        Consumer<SubSagaAnswer<R>> undo = shape.step().kind() == StepKind.COMPENSATABLE
                ? answer -> undo(shape.workflowType(), answer.undo())
                : null;
        return steps.take(shape.step(), new StepWork<>(run::answer, needsResult, null, undo));
    }

    /** Undoes a saga that was completed; called where an undo makes its one call. */
    void undo(String workflowType, @Nullable UndoRecord record) {
        if (record == null) {
            throw CallFailed.unknown(noRecord(workflowType));
        }
        if (calls.isRecorded(new UndoCall(workflowType, null, record))
                || (record.undos().isEmpty() && record.onStateChange() == null)) {
            return;
        }
        CallSite here = calls.here(workflowType);
        String id = record.workflowId() + "/undo";
        try {
            workflows
                    .start(here, id, workflowType + ".undo", calls.context(here), Void.class, Void.class, record)
                    .answer()
                    .get();
        } catch (TemporalFailure failure) {
            throw InnerEnding.of(failure).isLeftOpen() ? CallFailed.leftOpen(failure) : CallFailed.unknown(failure);
        } finally {
            workflows.ended(id);
        }
    }

    private static ApplicationFailure noRecord(String workflowType) {
        return ApplicationFailure.newBuilder()
                .setType("dev.skald.NoUndo")
                .setMessage("nobody knows what it takes to undo " + workflowType + ": it has handed nothing back")
                .setNonRetryable(true)
                .build();
    }
}
