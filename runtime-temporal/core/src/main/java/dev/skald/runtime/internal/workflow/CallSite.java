package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.CallShape;
import dev.skald.runtime.SagaCall.Phase;
import dev.skald.runtime.internal.wire.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call is for: which step, in which phase, and how its participant is asked.
 *
 * @param step the step's record in the journal
 * @param phase whether it is done or undone
 * @param shape how the participant is asked
 * @param needsResult whether anybody needs what the participant answers
 * @param interruptedBy what may ask the call to end
 * @param confirmed what an operator says the participant would have answered, or null to ask the participant
 */
record CallSite(
        StepEntry step,
        Phase phase,
        CallShape shape,
        boolean needsResult,
        List<Interruptible> interruptedBy,
        @Nullable ConfirmedAnswer confirmed) {

    /** A call that does a step. */
    static CallSite doing(StepEntry step, CallShape shape, boolean needsResult, Interruptible... interruptedBy) {
        return new CallSite(step, Phase.DO, shape, needsResult, List.of(interruptedBy), null);
    }

    /** A call that undoes a step. */
    static CallSite undoing(StepEntry step, CallShape shape, Interruptible interruptedBy) {
        return new CallSite(step, Phase.UNDO, shape, false, List.of(interruptedBy), null);
    }

    /** The same call, which nothing else may ask to end. */
    CallSite interruptedOnlyBy(Interruptible only) {
        return new CallSite(step, phase, shape, needsResult, List.of(only), confirmed);
    }

    /** The same call, answered by an operator. */
    CallSite confirmedBy(ConfirmedAnswer answer) {
        return new CallSite(step, phase, shape, needsResult, interruptedBy, answer);
    }

    /** What Temporal's Web UI shows for the call. */
    String summary() {
        String words = phase == Phase.DO ? step.shape().wording() : "undo " + step.label();
        return Texts.cut(words, Texts.SUMMARY_BYTES);
    }
}
