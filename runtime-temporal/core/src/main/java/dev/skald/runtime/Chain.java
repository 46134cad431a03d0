package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each link of a chain is told by the one before it, beside the envelope with the data; generated code only passes
 * it on to its {@link LinkRun}. Unknown parts are ignored, so that links of different releases understand each other.
 *
 * @param sagaId the saga's id, the same in every link: the first link's workflow id, {@code /}, and the id of its first
 *     run
 * @param frontWorkflowId the workflow id of the first link, which is the saga's own
 * @param deadline when the saga's time is over, or null if it is not bounded
 * @param pastPivot whether a link before this one has passed the pivot, so that nothing is undone any more
 * @param anythingDone whether a step before this one has taken effect
 * @param answersNobody whether the link before this one does not wait for what it answers
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chain(
        String sagaId,
        String frontWorkflowId,
        @Nullable Instant deadline,
        boolean pastPivot,
        boolean anythingDone,
        boolean answersNobody) {

    /** Checks that the parts are there. */
    public Chain {
        Objects.requireNonNull(sagaId, "sagaId");
        Objects.requireNonNull(frontWorkflowId, "frontWorkflowId");
    }
}
