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
 * @param onStateChange how the end is told to whom the saga has told its state; null where it has told nobody
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UndoRecord(
        String workflowId,
        String sagaId,
        List<Entry> undos,
        @Nullable StateChange onStateChange) {

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
     * @param behind which entries its step had waited for, by their place in the record, where those are undone first
     *     whose steps had waited for others; null where the order does not depend on it, in records of releases that
     *     did not know that order, and where it would take too much room: then they are undone one by one
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
            String whyNot,
            @Nullable List<Integer> behind) {

        /** Checks that the parts are there. */
        public Entry {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(whyNot, "whyNot");
            behind = behind == null ? null : List.copyOf(behind);
        }
    }

    /**
     * How the end of the undoing is told to whom the saga has told its state.
     *
     * @param calls how many calls the saga has made for that, at most
     * @param type the activity
     * @param compensated what it is asked where all was undone, one JSON object
     * @param resolvedManually what it is asked where something was left out
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StateChange(
            int calls,
            String type,
            @JsonDeserialize(as = TokenBuffer.class) Object compensated,
            @JsonDeserialize(as = TokenBuffer.class) Object resolvedManually) {

        /** Checks that the parts are there. */
        public StateChange {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(compensated, "compensated");
            Objects.requireNonNull(resolvedManually, "resolvedManually");
        }
    }
}
