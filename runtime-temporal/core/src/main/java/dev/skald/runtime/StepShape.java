package dev.skald.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What never changes from one run to the next about a step: its kind, how it is called and undone, how it is refused.
 */
public final class StepShape {

    private final String name;
    private final StepKind kind;
    private final String wording;
    private final @Nullable String moment;
    private final CallShape call;
    private final @Nullable CallShape undo;
    private final boolean pausesOnExhausted;
    private final @Nullable String whyNoUndo;
    private final Set<String> refusals;
    private final OnUnknown onUnknown;

    private StepShape(Builder builder, CallShape call) {
        this.name = builder.name;
        this.kind = builder.kind;
        this.wording = builder.wording;
        this.moment = builder.moment;
        this.call = call;
        this.undo = builder.undo;
        this.pausesOnExhausted = builder.pausesOnExhausted;
        this.whyNoUndo = builder.whyNoUndo;
        this.refusals = Set.copyOf(builder.refusals);
        this.onUnknown = builder.onUnknown;
    }

    /**
     * Begins a step that has an undo.
     *
     * @param name the step's name in the definition
     * @return a builder for it
     */
    public static Builder compensatable(String name) {
        return new Builder(name, StepKind.COMPENSATABLE);
    }

    /**
     * Begins the step that decides.
     *
     * @param name the step's name in the definition
     * @return a builder for it
     */
    public static Builder pivot(String name) {
        return new Builder(name, StepKind.PIVOT);
    }

    /**
     * Begins a step that comes after the pivot and is asked until it is done.
     *
     * @param name the step's name in the definition
     * @return a builder for it
     */
    public static Builder retriable(String name) {
        return new Builder(name, StepKind.RETRIABLE);
    }

    /**
     * Begins a step without an effect.
     *
     * @param name the step's name in the definition
     * @return a builder for it
     */
    public static Builder readonly(String name) {
        return new Builder(name, StepKind.READONLY);
    }

    /**
     * The step's name.
     *
     * @return its name in the definition, which is part of the key of each of its calls
     */
    public String name() {
        return name;
    }

    /**
     * What the step is to the whole.
     *
     * @return its kind
     */
    public StepKind kind() {
        return kind;
    }

    /**
     * The step in the definition's words.
     *
     * @return its wording for people; the name where the definition has none
     */
    public String wording() {
        return wording;
    }

    /**
     * The name of the uncertain moment while this step runs.
     *
     * @return the moment, if the definition names one
     */
    public Optional<String> moment() {
        return Optional.ofNullable(moment);
    }

    /**
     * How the step's operation is called.
     *
     * @return the call
     */
    public CallShape call() {
        return call;
    }

    /**
     * How the step is undone.
     *
     * @return the undo's call, if the step has one
     */
    public Optional<CallShape> undo() {
        return Optional.ofNullable(undo);
    }

    /**
     * What follows when the undo has used up its retries.
     *
     * @return true if the remaining undos then wait until it is settled; false if they are sent all the same
     */
    public boolean pausesOnExhausted() {
        return pausesOnExhausted;
    }

    /**
     * Why the definition accepts that this step cannot be undone.
     *
     * @return the reason, if there is one
     */
    public Optional<String> whyNoUndo() {
        return Optional.ofNullable(whyNoUndo);
    }

    /**
     * Whether an error is one that the step's operation declares.
     *
     * @param type the error's qualified name
     * @return true if the participant refuses by it
     */
    public boolean isRefusedBy(String type) {
        return refusals.contains(type);
    }

    /**
     * What follows when nobody knows whether the step happened.
     *
     * @return the way; for pivot and retriable steps, which must be done, always {@link OnUnknown#ASK_AGAIN}
     */
    public OnUnknown onUnknown() {
        return onUnknown;
    }

    /** Assembles a {@link StepShape}. */
    public static final class Builder {

        private final String name;
        private final StepKind kind;
        private String wording;
        private @Nullable String moment;
        private @Nullable CallShape call;
        private @Nullable CallShape undo;
        private boolean pausesOnExhausted;
        private @Nullable String whyNoUndo;
        private final Set<String> refusals = new LinkedHashSet<>();
        private OnUnknown onUnknown;

        private Builder(String name, StepKind kind) {
            this.name = Objects.requireNonNull(name, "name");
            this.kind = kind;
            this.wording = name;
            this.onUnknown = kind.isPointOfNoReturn() ? OnUnknown.ASK_AGAIN : OnUnknown.COMPENSATE;
        }

        /**
         * Sets the step's wording for people.
         *
         * @param wording what Temporal's Web UI shows for the step's activity
         * @return this
         */
        public Builder wording(String wording) {
            this.wording = wording;
            return this;
        }

        /**
         * Names the uncertain moment while this step runs.
         *
         * @param moment one of the saga's states
         * @return this
         */
        public Builder moment(State moment) {
            this.moment = moment.name();
            return this;
        }

        /**
         * Sets how the step's operation is called.
         *
         * @param call the call; a pivot's and a retriable step's attempts are unlimited whatever it says
         * @return this
         */
        public Builder call(CallShape call) {
            this.call = call;
            return this;
        }

        /**
         * Sets how the step is undone.
         *
         * @param undo the undo's call
         * @return this
         */
        public Builder undo(CallShape undo) {
            this.undo = undo;
            return this;
        }

        /**
         * Makes the remaining undos wait when this one has used up its retries; without it they are sent all the same.
         *
         * @return this
         */
        public Builder pauseOnExhausted() {
            this.pausesOnExhausted = true;
            return this;
        }

        /**
         * Says that the step cannot be undone. A saga that has to undo it is at once in
         * {@link SagaState#COMPENSATION_FAILED}, with this reason.
         *
         * @param reason why the definition accepts it
         * @return this
         */
        public Builder noUndo(String reason) {
            this.whyNoUndo = reason;
            return this;
        }

        /**
         * Sets the errors by which the participant refuses; any other failure leaves open whether something happened.
         *
         * @param errors what the step's operation declares
         * @return this
         */
        public Builder refusedBy(ErrorType<?>... errors) {
            List.of(errors).forEach(error -> refusals.add(error.name()));
            return this;
        }

        /**
         * Sets what follows when nobody knows whether the step happened; without it a step before the pivot is undone.
         *
         * @param way what the definition or its pattern says; of no use on pivot and retriable steps
         * @return this
         */
        public Builder onUnknown(OnUnknown way) {
            this.onUnknown = way;
            return this;
        }

        /**
         * Builds it.
         *
         * @return the step's shape
         * @throws IllegalStateException if it has no call, or is a pivot or retriable step that is not asked again
         */
        public StepShape build() {
            if (call == null) {
                throw new IllegalStateException("step " + name + " has no call");
            }
            if (kind.isPointOfNoReturn() && onUnknown != OnUnknown.ASK_AGAIN) {
                throw new IllegalStateException("step " + name + " must be done, and so is asked again");
            }
            return new StepShape(this, call);
        }
    }
}
