package dev.skald.runtime;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SagaFence} keeps of one step of one saga, a round of a loop being a step of its own. Nothing in it
 * needs a class of the participant's to be read.
 *
 * @param answer the request's answer as JSON, or the fields of the error by which it was refused; null as long as the
 *     request was not answered
 * @param error the qualified name of the error by which the request was refused, or null
 * @param undone whether the step was undone
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FenceEntry(@Nullable String answer, @Nullable String error, boolean undone) {

    /** Of a step that no call has come for. */
    public static final FenceEntry NONE = new FenceEntry(null, null, false);

    /** Checks that an error has its fields. */
    public FenceEntry {
        if (error != null && answer == null) {
            throw new IllegalArgumentException("an entry with the error " + error + " must have its fields");
        }
    }

    static FenceEntry done(String answer) {
        return new FenceEntry(answer, null, false);
    }

    static FenceEntry refused(String error, String fields) {
        return new FenceEntry(fields, error, false);
    }

    FenceEntry afterUndo() {
        return new FenceEntry(answer, error, true);
    }

    /**
     * Whether the request was done, so that there is something to take back.
     *
     * @return true if it was answered, and not by an error
     */
    @JsonIgnore
    public boolean isDone() {
        return answer != null && error == null;
    }
}
