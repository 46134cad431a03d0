package dev.skald.runtime.internal.workflow;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Generated code that does a step, and that undoes it.
 *
 * @param operation calls the step's operation
 * @param needsResult whether anybody needs what the operation answers
 * @param undo undoes the step, or null
 * @param undoOfResult undoes the step by what it answered, or null
 * @param <R> the operation's result
 */
public record StepWork<R extends @Nullable Object>(
        Supplier<R> operation,
        boolean needsResult,
        @Nullable Runnable undo,
        @Nullable Consumer<R> undoOfResult) {

    /**
     * A step whose result is used.
     *
     * @param operation calls the step's operation
     * @param undo undoes the step, or null
     * @param <R> the operation's result
     * @return the work
     */
    public static <R> StepWork<R> withResult(Supplier<R> operation, @Nullable Runnable undo) {
        return new StepWork<>(operation, true, undo, null);
    }

    /**
     * A step whose result nobody needs.
     *
     * @param operation calls the step's operation
     * @param undo undoes the step, or null
     * @return the work
     */
    public static StepWork<Optional<Void>> withoutResult(Runnable operation, @Nullable Runnable undo) {
        Supplier<Optional<Void>> nothing = () -> {
            operation.run();
            return Optional.empty();
        };
        return new StepWork<>(nothing, false, undo, null);
    }

    /**
     * A step whose undo needs its result.
     *
     * @param operation calls the step's operation
     * @param undo undoes the step by its result
     * @param <R> the operation's result
     * @return the work
     */
    public static <R> StepWork<R> undoneByResult(Supplier<R> operation, Consumer<R> undo) {
        return new StepWork<>(operation, true, null, undo);
    }

    boolean hasUndo() {
        return undo != null || undoOfResult != null;
    }

    /** What undoes the step once it is done, if anything does. */
    @Nullable
    Runnable undoWhenDone(R result) {
        Consumer<R> byResult = undoOfResult;
        return byResult == null ? undo : () -> byResult.accept(result);
    }
}
