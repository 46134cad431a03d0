package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.Begun;
import org.jspecify.annotations.Nullable;

/**
 * A step that was begun and runs while others do; {@link SagaRun#join} waits for it.
 *
 * @param <R> the step's result
 */
public final class BegunStep<R extends @Nullable Object> {

    private final Begun<R> begun;

    BegunStep(Begun<R> begun) {
        this.begun = begun;
    }

    /**
     * What the participant answered.
     *
     * @return the result
     * @throws IllegalStateException where nobody has waited for it, which is a bug: it may be asked for behind
     *     {@link SagaRun#join}, and in a step that is {@linkplain SagaStep#after after} this one
     */
    public R result() {
        return begun.result();
    }

    Begun<R> begun() {
        return begun;
    }
}
