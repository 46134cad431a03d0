package dev.skald.runtime;

import dev.skald.runtime.internal.Steps;
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
     * Takes the step and hands on its result. It returns only if the participant did it; otherwise the saga leaves its
     * body here.
     *
     * @param operation makes one call to the participant
     * @param <R> the result
     * @return what the participant answered
     */
    public <R> R call(Supplier<R> operation) {
        return steps.take(shape, undo, operation);
    }

    /**
     * Takes a step without a result, as {@link #call(Supplier)} does.
     *
     * @param operation makes one call to the participant
     */
    public void run(Runnable operation) {
        steps.take(shape, undo, () -> {
            operation.run();
            return shape;
        });
    }
}
