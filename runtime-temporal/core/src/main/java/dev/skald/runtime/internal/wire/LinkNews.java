package dev.skald.runtime.internal.wire;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a link tells the one before it while it is open, of itself and of all after it.
 *
 * @param workflowId the link's workflow
 * @param state where the most stuck of them stands
 * @param undoOn whether the one before it may undo its own step: what can be undone below is undone
 * @param stopped whether the chain has stopped at a refused step, and waits for an operator
 * @param steps where their steps stand
 * @param error why, or null while all is well
 * @param refused whether that is a declared error
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinkNews(
        String workflowId,
        SagaState state,
        boolean undoOn,
        boolean stopped,
        List<StepStatus> steps,
        @Nullable FirstError error,
        boolean refused) {

    /** Copies the list. */
    public LinkNews {
        steps = List.copyOf(steps);
    }
}
