package dev.skald.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What never changes from one run to the next about a saga: its name, its steps, its deadline and its states. */
public final class SagaShape {

    private final String name;
    private final int version;
    private final @Nullable Duration deadline;
    private final List<StepShape> steps;
    private final UndoOrder undoOrder;
    private final List<State> states;
    private final @Nullable CallShape onStateChange;

    private SagaShape(Builder builder) {
        this.name = builder.name;
        this.version = builder.version;
        this.deadline = builder.deadline;
        this.steps = builder.steps;
        this.undoOrder = builder.undoOrder;
        this.states = builder.states;
        this.onStateChange = builder.onStateChange;
    }

    /**
     * Begins a saga's shape.
     *
     * @param name the saga's qualified name, such as {@code com.acme.orders.PlaceOrder}
     * @param version the definition's version
     * @return a builder for it
     */
    public static Builder of(String name, int version) {
        return new Builder(name, version);
    }

    /**
     * The saga's name.
     *
     * @return its qualified name, without the version
     */
    public String name() {
        return name;
    }

    /**
     * The definition's version.
     *
     * @return the number in the workflow type's name
     */
    public int version() {
        return version;
    }

    /**
     * How long the saga may take.
     *
     * @return the time from its start, if it is bounded
     */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /**
     * The steps in the order written.
     *
     * @return the steps
     */
    public List<StepShape> steps() {
        return steps;
    }

    /**
     * The order in which completed steps are undone.
     *
     * @return the order
     */
    public UndoOrder undoOrder() {
        return undoOrder;
    }

    /**
     * The definition's own state machine.
     *
     * @return its states; empty where moves are not checked
     */
    public List<State> states() {
        return states;
    }

    /**
     * How the participant is asked that is told of each change of the saga's state.
     *
     * @return the call, if anybody is told
     */
    public Optional<CallShape> onStateChange() {
        return Optional.ofNullable(onStateChange);
    }

    /** Assembles a {@link SagaShape}. */
    public static final class Builder {

        private final String name;
        private final int version;
        private @Nullable Duration deadline;
        private List<StepShape> steps = List.of();
        private UndoOrder undoOrder = UndoOrder.LAST_FIRST;
        private List<State> states = List.of();
        private @Nullable CallShape onStateChange;

        private Builder(String name, int version) {
            this.name = Objects.requireNonNull(name, "name");
            this.version = version;
        }

        /**
         * Bounds the saga. When the time is over before the pivot was asked, what was done is undone; after that the
         * saga is {@link SagaState#ESCALATED} until the participant has answered.
         *
         * @param deadline the time from the saga's start
         * @return this
         */
        public Builder deadline(Duration deadline) {
            this.deadline = deadline;
            return this;
        }

        /**
         * Sets the steps.
         *
         * @param steps the steps in the order written
         * @return this
         */
        public Builder steps(StepShape... steps) {
            this.steps = List.of(steps);
            return this;
        }

        /**
         * Sets the order of the undos.
         *
         * @param undoOrder the order
         * @return this
         */
        public Builder undo(UndoOrder undoOrder) {
            this.undoOrder = undoOrder;
            return this;
        }

        /**
         * Sets the definition's own state machine.
         *
         * @param states all of its states
         * @return this
         */
        public Builder states(State... states) {
            this.states = List.of(states);
            return this;
        }

        /**
         * Says how the participant is asked that is told of each change of the saga's state, as
         * {@link SagaRun#onStateChange} does it. A saga that waits for that wants a call that is bounded.
         *
         * @param call the call
         * @return this
         */
        public Builder onStateChange(CallShape call) {
            this.onStateChange = call;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the saga's shape
         */
        public SagaShape build() {
            return new SagaShape(this);
        }
    }
}
