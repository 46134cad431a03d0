package dev.skald.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a branch of a {@link SagaRun#parallel} brings, to be seen once all branches are done.
 *
 * @param <R> what it brings
 */
public final class BranchResult<R> {

    private @Nullable R result;

    /** Nothing yet. */
    public BranchResult() {}

    /**
     * Keeps what the branch brings.
     *
     * @param result what it brings
     */
    public void set(R result) {
        this.result = result;
    }

    /**
     * What the branch has brought.
     *
     * @return what was set
     * @throws IllegalStateException if nothing was, because the branch is not done
     */
    public R get() {
        if (result == null) {
            throw new IllegalStateException("the branch has brought nothing yet");
        }
        return result;
    }
}
