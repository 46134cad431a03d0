package dev.skald.runtime.internal.wire;

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

    /** What the closing failure's type adds to the saga's name. */
    public static final String TYPE_SUFFIX = "Failed";

    /** The memo under which a cancelled saga keeps how it ended. */
    public static final String MEMO = "skald";

    /** The memo under which a cancelled saga keeps its result, if it has one. */
    public static final String RESULT_MEMO = "skald-result";

    /** Copies the list. */
    public Ending {
        steps = List.copyOf(steps);
    }
}
