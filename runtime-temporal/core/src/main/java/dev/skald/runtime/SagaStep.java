package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.StepWork;
import dev.skald.runtime.internal.workflow.Steps;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step of a {@link SagaRun} that is about to be taken. */
public final class SagaStep {

    private final Steps steps;
    private final StepShape shape;
    private @Nullable Runnable undo;

    SagaStep(Steps steps, StepShape shape) {
        this.steps = steps;
        this.shape = shape;
    }

    /**
     * Says how the step is undone. It runs only if the saga cannot be completed and the step took effect or may have.
     *
     * @param undo makes one call to the participant
     * @return this
     */
    public SagaStep compensate(Runnable undo) {
        this.undo = undo;
        return this;
    }

    /**
     * Says how the step is undone by what it answered, where an unknown outcome does not lead to an undo.
     *
     * @param undo makes one call to the participant, given the step's result
     * @param <R> the step's result
     * @return the step, to be given its call
     */
    public <R> WithResult<R> compensate(Consumer<R> undo) {
        return new WithResult<>(steps, shape, undo);
    }

    /**
     * Takes the step and hands on its result. It returns only if the participant did it; otherwise the saga leaves its
     * body here.
     *
     * @param operation makes one call to the participant
     * @param <R> the result
     * @return what the participant answered
     */
    public <R> R call(Supplier<R> operation) {
        return steps.take(shape, StepWork.withResult(operation, undo));
    }

    /**
     * Takes a step without a result, or whose result nobody needs, as {@link #call(Supplier)} does.
     *
     * @param operation makes one call to the participant
     */
    public void run(Runnable operation) {
        steps.take(shape, StepWork.withoutResult(operation, undo));
    }

    /**
     * A step whose undo needs the step's own result.
     *
     * @param <R> the step's result
     */
    public static final class WithResult<R> {

        private final Steps steps;
        private final StepShape shape;
        private final Consumer<R> undo;

        private WithResult(Steps steps, StepShape shape, Consumer<R> undo) {
            this.steps = steps;
            this.shape = shape;
            this.undo = undo;
        }

        /**
         * Takes the step, as {@link SagaStep#call(Supplier)} does.
         *
         * @param operation makes one call to the participant
         * @return what the participant answered
         */
        public R call(Supplier<R> operation) {
            return steps.take(shape, StepWork.undoneByResult(operation, undo));
        }
    }
}
