package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.Begun;
import dev.skald.runtime.internal.workflow.Groups;
import dev.skald.runtime.internal.workflow.StepWork;
import dev.skald.runtime.internal.workflow.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One step of a {@link SagaRun} that is about to be taken, or to be begun. */
public final class SagaStep {

    private final Steps steps;
    private final Groups groups;
    private final StepShape shape;
    private final List<Begun<?>> after = new ArrayList<>();
    private @Nullable Runnable undo;

    SagaStep(Steps steps, Groups groups, StepShape shape) {
        this.steps = steps;
        this.groups = groups;
        this.shape = shape;
    }

    /**
     * Says which of the steps that were begun have to be done before this one begins; of use for a step that is begun.
     *
     * @param earlier the steps, begun before in the same {@link SagaRun#join group}
     * @return this
     */
    public SagaStep after(BegunStep<?>... earlier) {
        List.of(earlier).forEach(step -> after.add(step.begun()));
        return this;
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
        return new WithResult<>(this, undo);
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
     * Begins the step and does not wait for it, so that it runs at the same time as others that are begun here. It is
     * asked for once all that it is {@linkplain #after after} is done, unless the saga has to leave its body meanwhile;
     * {@link SagaRun#join} waits for it.
     *
     * @param operation makes one call to the participant
     * @param <R> the result
     * @return the step, whose result is there once it was waited for
     */
    public <R> BegunStep<R> beginCall(Supplier<R> operation) {
        return new BegunStep<>(groups.begin(shape, StepWork.withResult(operation, undo), after));
    }

    /**
     * Begins a step without a result, or whose result nobody needs, as {@link #beginCall(Supplier)} does.
     *
     * @param operation makes one call to the participant
     * @return the step, for others to be after it
     */
    public BegunStep<?> beginRun(Runnable operation) {
        return new BegunStep<>(groups.begin(shape, StepWork.withoutResult(operation, undo), after));
    }

    /**
     * A step whose undo needs the step's own result.
     *
     * @param <R> the step's result
     */
    public static final class WithResult<R> {

        private final SagaStep step;
        private final Consumer<R> undo;

        private WithResult(SagaStep step, Consumer<R> undo) {
            this.step = step;
            this.undo = undo;
        }

        /**
         * Takes the step, as {@link SagaStep#call(Supplier)} does.
         *
         * @param operation makes one call to the participant
         * @return what the participant answered
         */
        public R call(Supplier<R> operation) {
            return step.steps.take(step.shape, StepWork.undoneByResult(operation, undo));
        }

        /**
         * Begins the step, as {@link SagaStep#beginCall(Supplier)} does.
         *
         * @param operation makes one call to the participant
         * @return the step, whose result is there once it was waited for
         */
        public BegunStep<R> beginCall(Supplier<R> operation) {
            return new BegunStep<>(step.groups.begin(step.shape, StepWork.undoneByResult(operation, undo), step.after));
        }
    }
}
