package dev.skald.runtime;

import java.util.Objects;

/** What never changes from one run to the next about a step that runs another saga. */
public final class SubSagaShape {

    private final String saga;
    private final int version;
    private final StepShape step;

    private SubSagaShape(Builder builder, StepShape step) {
        this.saga = builder.saga;
        this.version = builder.version;
        this.step = step;
    }

    /**
     * Begins a step that runs a saga without a pivot, and is undone by what that saga hands back.
     *
     * @param name the step's name in the definition
     * @param saga the qualified name of the saga that it runs
     * @param version the version of that saga's definition
     * @return a builder for it
     */
    public static Builder compensatable(String name, String saga, int version) {
        return new Builder(StepShape.compensatable(name).onUnknown(OnUnknown.ESCALATE), saga, version, true);
    }

    /**
     * Begins a step that decides, because the saga that it runs does.
     *
     * @param name the step's name in the definition
     * @param saga the qualified name of the saga that it runs
     * @param version the version of that saga's definition
     * @return a builder for it
     */
    public static Builder pivot(String name, String saga, int version) {
        return new Builder(StepShape.pivot(name), saga, version, false);
    }

    /**
     * Begins a step that comes after the pivot: the saga that it runs is run again until it completes.
     *
     * @param name the step's name in the definition
     * @param saga the qualified name of the saga that it runs
     * @param version the version of that saga's definition
     * @return a builder for it
     */
    public static Builder retriable(String name, String saga, int version) {
        return new Builder(StepShape.retriable(name), saga, version, false);
    }

    /**
     * The saga that is run.
     *
     * @return its qualified name, without the version
     */
    public String saga() {
        return saga;
    }

    /**
     * The type of the workflow that is run.
     *
     * @return the saga's name with its version, such as {@code com.acme.Settle.v1}
     */
    public String workflowType() {
        return saga + ".v" + version;
    }

    /**
     * The step among the others of its saga.
     *
     * @return the step's shape
     */
    public StepShape step() {
        return step;
    }

    /** Assembles a {@link SubSagaShape}. */
    public static final class Builder {

        private final StepShape.Builder step;
        private final String saga;
        private final int version;
        private final boolean hasUndo;
        private String taskQueue;

        private Builder(StepShape.Builder step, String saga, int version, boolean hasUndo) {
            this.step = step;
            this.saga = Objects.requireNonNull(saga, "saga");
            this.version = version;
            this.hasUndo = hasUndo;
            this.taskQueue = saga;
        }

        /**
         * Sets where the saga's workers are; by default the task queue has the saga's qualified name.
         *
         * @param taskQueue the saga's task queue
         * @return this
         */
        public Builder taskQueue(String taskQueue) {
            this.taskQueue = taskQueue;
            return this;
        }

        /**
         * Sets the step's wording for people.
         *
         * @param wording what Temporal's Web UI shows for the saga's workflow
         * @return this
         */
        public Builder wording(String wording) {
            step.wording(wording);
            return this;
        }

        /**
         * Names the uncertain moment while the saga runs.
         *
         * @param moment one of the outer saga's states
         * @return this
         */
        public Builder moment(State moment) {
            step.moment(moment);
            return this;
        }

        /**
         * Makes the remaining undos wait when the undo of this saga is stuck; without it they are sent all the same.
         *
         * @return this
         */
        public Builder pauseOnExhausted() {
            step.pauseOnExhausted();
            return this;
        }

        /**
         * Builds it.
         *
         * @return the step's shape
         */
        public SubSagaShape build() {
            step.call(CallShape.on(taskQueue));
            if (hasUndo) {
                step.undo(CallShape.on(taskQueue));
            }
            return new SubSagaShape(this, step.build());
        }
    }
}
