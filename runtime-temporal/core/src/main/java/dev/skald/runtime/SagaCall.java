package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skald.runtime.internal.wire.CallHeader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which call of which saga a participant is answering: the same on every retry and replay, and so the key by which a
 * participant knows a request again. It crosses in the header {@code skald}, as one JSON object with these components.
 *
 * <p>A participant keeps three promises by it: the same call gets the same answer; after an undo, a late request of the
 * same saga, step and iteration is refused; and an undo whose request never came succeeds. A {@link SagaFence} keeps
 * them for it.
 *
 * @param sagaId the saga that asks: its workflow id, {@code /}, and the id of its first run; a saga that is started
 *     again after it was compensated is another saga; of a saga that another one runs, the other one's id, step and
 *     iteration, joined by {@code /}
 * @param saga the saga's qualified name, without its version
 * @param step the step's name in the definition; {@code on state change}, which no step can be called, where the saga's
 *     state is told
 * @param iteration which round of a loop, counted from 1; 0 outside of loops; where the saga's state is told, which
 *     call of that it is
 * @param phase whether the step is to be done or undone
 * @param moment the name of the saga's uncertain moment when the request goes out: the step's own, else that of the
 *     step that began last among those in flight that have one; null where the definition gives none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SagaCall(
        String sagaId,
        String saga,
        String step,
        int iteration,
        Phase phase,
        @Nullable String moment) {

    /** Whether a step is to be done or undone. */
    public enum Phase {
        /** The step itself. */
        @JsonProperty("do")
        DO,
        /** The step's compensation. */
        @JsonProperty("undo")
        UNDO
    }

    /** Checks that the parts are there. */
    public SagaCall {
        Objects.requireNonNull(sagaId, "sagaId");
        Objects.requireNonNull(saga, "saga");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(phase, "phase");
    }

    /**
     * The call that the current thread answers. Code that goes on in another thread takes it along.
     *
     * @return the call
     * @throws IllegalStateException outside of a call, or in a worker that was made without
     *     {@link Skald#workerFactoryOptions}
     */
    public static SagaCall current() {
        return CallHeader.current()
                .orElseThrow(() -> new IllegalStateException("No saga's call is being answered in this thread. Read"
                        + " SagaCall.current() in the thread that runs the participant's operation, in a worker whose"
                        + " factory was made with Skald.workerFactoryOptions(...)"));
    }

    /**
     * A key for this call in one line, for services that take an idempotency key.
     *
     * @return saga id, step, iteration and phase, joined by {@code /}
     */
    public String key() {
        return stepKey() + "/" + (phase == Phase.DO ? "do" : "undo");
    }

    /**
     * What a request and its undo have in common, in one line.
     *
     * @return saga id, step and iteration, joined by {@code /}
     */
    public String stepKey() {
        return sagaId + "/" + step + "/" + iteration;
    }
}
