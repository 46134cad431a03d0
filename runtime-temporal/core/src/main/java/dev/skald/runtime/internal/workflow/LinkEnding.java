package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.StepStatus;
import dev.skald.runtime.internal.wire.Ending;
import dev.skald.runtime.internal.wire.Failures;
import dev.skald.runtime.internal.wire.FirstError;
import dev.skald.runtime.internal.wire.LinkAnswer;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.util.List;
import java.util.Optional;

/**
 * How the next link, with all after it, was not completed.
 *
 * @param state where it ended
 * @param failed the error that started it all
 * @param steps where its steps ended, as far as that is known
 * @param isGivenUp whether somebody has given it up while it was to go on, so that nothing is undone before it, either
 */
record LinkEnding(SagaState state, StepFailed failed, List<StepStatus> steps, boolean isGivenUp) {

    /** The failure type of a link that was ended by force. */
    private static final String LOST = "dev.skald.LinkLost";

    /** It will never ask its participant. */
    static LinkEnding neverBegun(ApplicationFailure why) {
        return new LinkEnding(SagaState.COMPENSATED, StepFailed.fault(why), List.of(), false);
    }

    /** Its workflow closed as it does by itself, or otherwise. */
    static LinkEnding of(TemporalFailure failure) {
        InnerEnding closed = InnerEnding.of(failure);
        Optional<Ending> told = InnerEnding.closing(failure).flatMap(InnerEnding::ending);
        if (told.isPresent()) {
            return of(told.get(), closed.why(), closed.refusal().isPresent());
        }
        // One that has begun answers before it is closed as cancelled.
        return failure.getCause() instanceof CanceledFailure
                ? new LinkEnding(SagaState.COMPENSATED, StepFailed.fault(failure), List.of(), false)
                : new LinkEnding(SagaState.RESOLVED_MANUALLY, StepFailed.fault(lost(failure)), List.of(), true);
    }

    /** Ended by force: nobody knows whether the pivot was passed. */
    private static ApplicationFailure lost(TemporalFailure failure) {
        return ApplicationFailure.newBuilder()
                .setType(LOST)
                .setMessage("a link was ended by force: " + Failures.inWords(failure))
                .setCause(failure)
                .setNonRetryable(true)
                .build();
    }

    /** It has answered by a message. */
    static LinkEnding of(LinkAnswer answer) {
        Ending ending = answer.ending();
        FirstError error = ending.error();
        ApplicationFailure why =
                error == null ? new FirstError(null, "it is " + ending.state(), null).failure() : error.failure();
        return of(ending, why, answer.refused());
    }

    private static LinkEnding of(Ending ending, TemporalFailure why, boolean refused) {
        FirstError error = ending.error() == null ? FirstError.fault(why) : ending.error();
        return new LinkEnding(
                ending.state(),
                StepFailed.elsewhere(why, error, refused),
                ending.steps(),
                Abandoned.TYPE.equals(error.type()) || LOST.equals(error.type()));
    }

    /** It is as if it had never been. */
    boolean isCompensated() {
        return state == SagaState.COMPENSATED;
    }
}
