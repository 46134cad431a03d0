package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one step stands, as seen from outside.
 *
 * @param name the step's name in the definition
 * @param iteration which round of a loop, counted from 1; 0 outside of loops
 * @param state where it stands
 * @param attempt which attempt at its current call is on its way, counted from 1; 0 when none is, or it is not known
 * @param lastError what went wrong last, in one line, or null
 * @param settled who settled it by hand, how and why, in one line, or null
 * @param waitingFor who or what it waits for, or null when it waits for nobody
 * @param activityId the id of its current activity in Temporal, or null when none is on its way
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepStatus(
        String name,
        int iteration,
        StepState state,
        int attempt,
        @Nullable String lastError,
        @Nullable String settled,
        @Nullable String waitingFor,
        @Nullable String activityId) {

    /** Checks that the parts are there. */
    public StepStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
    }

    /**
     * The step's name with its round.
     *
     * @return the name; in a loop followed by the round, as in {@code booking[2]}
     */
    public String label() {
        return iteration == 0 ? name : name + "[" + iteration + "]";
    }
}
