package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a saga that was run by another one hands back beside its result: all that is needed to undo it, by a
 * {@link SagaUndo}.
 *
 * @param workflowId the saga's workflow
 * @param sagaId the saga as its participants know it
 * @param undos what is to be undone, in the order in which it is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record UndoRecord(String workflowId, String sagaId, List<Entry> undos) {

    /** Copies the list. */
    public UndoRecord {
        Objects.requireNonNull(workflowId, "workflowId");
        Objects.requireNonNull(sagaId, "sagaId");
        undos = List.copyOf(undos);
    }

    /**
     * What undoes one step.
     *
     * @param position which step of the saga's shape it is, counted from 0
     * @param step the step's name
     * @param iteration which round of a loop, counted from 1; 0 outside of loops
     * @param type the activity that undoes it, or, of a saga that the step has run, that saga's workflow type; null
     *     where nothing undoes it
     * @param request what the activity is asked, one JSON object; null where none is
     * @param subSaga what the saga has handed back that the step has run; null where it has run none
     * @param whyNot why nothing undoes it, or what would be said if nothing did
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            int position,
            String step,
            int iteration,
            @Nullable String type,
            // Kept as it was written, so that no digit is lost on the way.
            @JsonDeserialize(as = TokenBuffer.class) @Nullable
            Object request,

            @Nullable UndoRecord subSaga,
            String whyNot) {

        /** Checks that the parts are there. */
        public Entry {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(whyNot, "whyNot");
        }
    }
}
