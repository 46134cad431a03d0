package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * That something of a saga is stuck, for a person who can help.
 *
 * @param sagaId the saga: its workflow id, {@code /}, and the id of its first run
 * @param saga the saga's qualified name
 * @param version the definition's version
 * @param state where the saga as a whole stands
 * @param step the step that is stuck; in a loop with its round, as in {@code booking[2]}
 * @param phase whether the step itself is stuck or its undo
 * @param why what went wrong last, in one line
 * @param at when it got stuck
 * @param verbs what an operator may do about it, such as {@code retry}; empty where nothing need be done and the saga
 *     goes on
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AdminNotice(
        String sagaId,
        String saga,
        int version,
        SagaState state,
        String step,
        SagaCall.Phase phase,
        String why,
        Instant at,
        List<String> verbs) {

    /** Copies the list. */
    public AdminNotice {
        Objects.requireNonNull(sagaId, "sagaId");
        Objects.requireNonNull(saga, "saga");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(at, "at");
        verbs = List.copyOf(verbs);
    }

    /**
     * The saga's workflow, as Temporal's command line and Web UI find it.
     *
     * @return the workflow id, such as {@code PlaceOrder/4711}
     */
    public String workflowId() {
        return sagaId.substring(0, sagaId.lastIndexOf('/'));
    }

    /**
     * The notice in one line.
     *
     * @return for example {@code PlaceOrder/4711 is COMPENSATION_FAILED: the undo of step authorization is stuck (…)}
     */
    public String inWords() {
        if (verbs.isEmpty()) {
            return "%s is %s: %s".formatted(workflowId(), state, why);
        }
        String what = phase == SagaCall.Phase.UNDO ? "the undo of step " + step : "step " + step;
        return "%s is %s: %s is stuck (%s); possible: %s"
                .formatted(workflowId(), state, what, why, String.join(", ", verbs));
    }
}
