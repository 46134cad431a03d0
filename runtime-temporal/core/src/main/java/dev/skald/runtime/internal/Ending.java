package dev.skald.runtime.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a saga ended, on the wire: the details of the failure that its workflow closes with.
 *
 * @param sagaId the saga
 * @param state where the saga as a whole ended
 * @param steps where each step ended
 * @param error what started the compensation, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ending(
        String sagaId,
        SagaState state,
        List<StepStatus> steps,
        @Nullable FirstError error) {

    /** Copies the list. */
    public Ending {
        steps = List.copyOf(steps);
    }

    static Ending of(Journal journal) {
        return new Ending(
                journal.sagaId(),
                journal.state(),
                journal.stepStatuses(),
                journal.firstError().orElse(null));
    }
}
