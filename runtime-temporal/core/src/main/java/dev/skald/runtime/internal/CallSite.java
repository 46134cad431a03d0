package dev.skald.runtime.internal;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaCall.Phase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call is for: which step, in which phase, and how its participant is asked.
 *
 * @param step the step's record in the journal
 * @param phase whether it is done or undone
 * @param shape how the participant is asked
 * @param stops what may interrupt the call, or null if it must come to its own end
 */
record CallSite(
        StepEntry step,
        Phase phase,
        CallShape shape,
        @Nullable Stops stops) {

    /** What Temporal's Web UI shows for the call. */
    String summary() {
        String words = phase == Phase.DO ? step.shape().wording() : "undo " + step.label();
        return Texts.cut(words, Texts.SUMMARY_BYTES);
    }

    Optional<Stops> interruptedBy() {
        return Optional.ofNullable(stops);
    }
}
