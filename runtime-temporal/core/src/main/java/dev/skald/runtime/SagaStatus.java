package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a saga stands, as seen from outside: what its workflow knows, joined with what the server knows of the calls on
 * their way.
 *
 * @param sagaId the saga's id: its workflow id, {@code /}, and the id of its first run
 * @param saga the saga's qualified name
 * @param version the definition's version
 * @param state where the saga as a whole stands
 * @param moment the name that the definition gives to the step that is running, or null
 * @param reason why the saga will not be completed, or is stuck, in one line; null while all is well
 * @param steps the steps in the order written, each with its state
 * @param undone the steps whose undo was confirmed, in that order
 * @param stillToUndo the steps that took effect, or may have, and are not undone, in the order in which they would be
 * @param waitingFor what it waits for beside its steps' participants: an event from outside, time to pass, or somebody
 *     to be told its state
 * @param notified when the admin was notified, and by what, oldest first
 * @param pastPivot whether a step was asked after which nothing is undone, so that a cancel is rejected
 * @param stale true if no worker could be asked: then this is only what the server knows, and steps are named after
 *     their activities
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SagaStatus(
        String sagaId,
        String saga,
        int version,
        SagaState state,
        @Nullable String moment,
        @Nullable String reason,
        List<StepStatus> steps,
        List<String> undone,
        List<String> stillToUndo,
        List<String> waitingFor,
        List<Notified> notified,
        boolean pastPivot,
        boolean stale) {

    /** Copies the lists. */
    public SagaStatus {
        Objects.requireNonNull(sagaId, "sagaId");
        Objects.requireNonNull(saga, "saga");
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
        undone = List.copyOf(undone);
        stillToUndo = List.copyOf(stillToUndo);
        waitingFor = List.copyOf(waitingFor);
        notified = List.copyOf(notified);
    }
}
