package dev.skald.runtime;

import dev.skald.runtime.internal.workflow.SubSagas;

/** A step of a {@link SagaRun} that is about to run another saga. */
public final class SubSagaStep {

    private final SubSagas sagas;
    private final SubSagaShape shape;

    SubSagaStep(SubSagas sagas, SubSagaShape shape) {
        this.sagas = sagas;
        this.shape = shape;
    }

    /**
     * Runs the saga and hands on its result. It returns only if that saga was completed; otherwise this one leaves its
     * body here.
     *
     * @param result the class of the result
     * @param input the saga's input
     * @param <R> the result
     * @return what the saga returned
     */
    public <R> R call(Class<R> result, Object... input) {
        return sagas.call(shape, result, result, input);
    }

    /**
     * Runs a saga whose result has a generic type, as {@link #call(Class, Object...)} does.
     *
     * @param result the type of the result
     * @param input the saga's input
     * @param <R> the result
     * @return what the saga returned
     */
    public <R> R call(ResultType<R> result, Object... input) {
        return sagas.call(shape, result.rawClass(), result.type(), input);
    }

    /**
     * Runs a saga without a result, or whose result nobody needs, as {@link #call(Class, Object...)} does.
     *
     * @param input the saga's input
     */
    public void run(Object... input) {
        sagas.run(shape, input);
    }
}
