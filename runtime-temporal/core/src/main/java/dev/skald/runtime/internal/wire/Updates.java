package dev.skald.runtime.internal.wire;

import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import org.jspecify.annotations.Nullable;

/**
 * What a saga's workflow may be told from outside, each kept in its history. A validator refuses what is not allowed
 * now, and says why; that leaves no trace.
 */
public interface Updates {

    /** The update by which a caller asks for the answer that comes before the saga is over. */
    String ANSWER = "skald.answer";

    /** The update that cancels a saga. */
    String CANCEL = "cancel";

    /**
     * Waits for the saga's answer.
     *
     * @return its result
     */
    @UpdateMethod(name = ANSWER, description = "Waits for the saga's answer to its caller.")
    @Nullable
    Object answer();

    /**
     * Cancels the saga: what was done is undone.
     *
     * @param request why
     */
    @UpdateMethod(
            name = CANCEL,
            description =
                    "Cancels the saga, so that what was done is undone. {\"reason\": \"…\"}. Not after its pivot.")
    void cancel(@Nullable VerbRequest request);

    /**
     * Checks a cancel.
     *
     * @param request why
     */
    @UpdateValidatorMethod(updateName = CANCEL)
    void checkCancel(@Nullable VerbRequest request);

    /**
     * Asks a participant again.
     *
     * @param request the step, who asks and why
     */
    @UpdateMethod(
            name = "retry",
            description = "Asks the participant of a stuck step, or of a stuck undo, again at once."
                    + " {\"step\": \"…\", \"by\": \"…\", \"reason\": \"…\"}")
    void retry(VerbRequest request);

    /**
     * Checks a retry.
     *
     * @param request the step, who asks and why
     */
    @UpdateValidatorMethod(updateName = "retry")
    void checkRetry(@Nullable VerbRequest request);

    /**
     * Settles a stuck step as done, or a stuck undo as happened.
     *
     * @param request the step, its result, who says so and why
     */
    @UpdateMethod(
            name = "confirmDone",
            description = "Says that a stuck step was done, with its result, or that a stuck undo has happened."
                    + " {\"step\": \"…\", \"result\": …, \"by\": \"…\", \"reason\": \"…\"}")
    void confirmDone(VerbRequest request);

    /**
     * Checks a confirmation.
     *
     * @param request the step, its result, who says so and why
     */
    @UpdateValidatorMethod(updateName = "confirmDone")
    void checkConfirmDone(@Nullable VerbRequest request);

    /**
     * Settles a stuck step as not done.
     *
     * @param request the step, who says so and why
     */
    @UpdateMethod(
            name = "confirmNotDone",
            description = "Says that a stuck step was not done, so that what came before it is undone."
                    + " {\"step\": \"…\", \"by\": \"…\", \"reason\": \"…\"}")
    void confirmNotDone(VerbRequest request);

    /**
     * Checks a confirmation.
     *
     * @param request the step, who says so and why
     */
    @UpdateValidatorMethod(updateName = "confirmNotDone")
    void checkConfirmNotDone(@Nullable VerbRequest request);

    /**
     * Leaves a stuck undo out.
     *
     * @param request the step, who says so and why
     */
    @UpdateMethod(
            name = "skip",
            description = "Leaves a stuck undo out, although it has not happened."
                    + " {\"step\": \"…\", \"by\": \"…\", \"reason\": \"…\"}")
    void skip(VerbRequest request);

    /**
     * Checks whether an undo may be left out.
     *
     * @param request the step, who says so and why
     */
    @UpdateValidatorMethod(updateName = "skip")
    void checkSkip(@Nullable VerbRequest request);

    /**
     * Gives the saga up as it stands.
     *
     * @param request who says so and why
     */
    @UpdateMethod(
            name = "abandon",
            description = "Gives a stuck saga up as it stands. {\"by\": \"…\", \"reason\": \"…\"}")
    void abandon(VerbRequest request);

    /**
     * Checks whether the saga may be given up.
     *
     * @param request who says so and why
     */
    @UpdateValidatorMethod(updateName = "abandon")
    void checkAbandon(@Nullable VerbRequest request);
}
