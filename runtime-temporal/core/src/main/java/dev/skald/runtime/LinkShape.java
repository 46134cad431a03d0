package dev.skald.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What never changes from one run to the next about a link of a chain, as the link before it has to know it. */
public final class LinkShape {

    private final StepShape step;
    private final String taskQueue;
    private final @Nullable Duration mustBeginWithin;

    private LinkShape(Builder builder) {
        this.step = builder.step;
        this.taskQueue = builder.taskQueue;
        this.mustBeginWithin = builder.mustBeginWithin;
    }

    /**
     * Begins a link's shape.
     *
     * @param step the link's own step
     * @param taskQueue where its participant's workers are
     * @return a builder for it
     */
    public static Builder of(StepShape step, String taskQueue) {
        return new Builder(step, taskQueue);
    }

    /**
     * The link's own step.
     *
     * @return the step's shape
     */
    public StepShape step() {
        return step;
    }

    /**
     * Where the link runs.
     *
     * @return the task queue of its participant
     */
    public String taskQueue() {
        return taskQueue;
    }

    /**
     * How long the link before this one waits for it to begin.
     *
     * @return the time, if it is bounded
     */
    public Optional<Duration> mustBeginWithin() {
        return Optional.ofNullable(mustBeginWithin);
    }

    /** Assembles a {@link LinkShape}. */
    public static final class Builder {

        private final StepShape step;
        private final String taskQueue;
        private @Nullable Duration mustBeginWithin;

        private Builder(StepShape step, String taskQueue) {
            this.step = Objects.requireNonNull(step, "step");
            this.taskQueue = Objects.requireNonNull(taskQueue, "taskQueue");
        }

        /**
         * Bounds how long the link before this one waits for it to begin. When the time is over and no worker has taken
         * it, it never begins, and what was done is undone. Without a bound it is waited for without limit.
         *
         * @param time the time from the hand-over
         * @return this
         */
        public Builder mustBeginWithin(Duration time) {
            this.mustBeginWithin = time;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the link's shape
         */
        public LinkShape build() {
            return new LinkShape(this);
        }
    }
}
