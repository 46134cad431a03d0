package dev.skald.runtime.internal.workflow;

import dev.skald.runtime.SagaState;
import dev.skald.runtime.internal.wire.Ending;
import io.temporal.common.converter.DataConverterException;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an inner saga says that it was not completed.
 *
 * @param failure how its workflow ended
 * @param state where the inner saga ended; null if its workflow ended otherwise, or never began
 */
record InnerEnding(TemporalFailure failure, @Nullable SagaState state) {

    static InnerEnding of(TemporalFailure failure) {
        return new InnerEnding(
                failure,
                closing(failure).flatMap(InnerEnding::ending).map(Ending::state).orElse(null));
    }

    /** It is as if it had never been. */
    boolean isCompensated() {
        return state == SagaState.COMPENSATED;
    }

    /** An operator has given up what could not be done or undone. */
    boolean isLeftOpen() {
        return state == SagaState.RESOLVED_MANUALLY;
    }

    /** The declared error by which it said no; empty if something went wrong. */
    Optional<ApplicationFailure> refusal() {
        return closing(failure)
                .filter(closing -> closing.getCategory() == ApplicationErrorCategory.BENIGN)
                .map(Throwable::getCause)
                .filter(ApplicationFailure.class::isInstance)
                .map(ApplicationFailure.class::cast);
    }

    /** What went wrong. */
    TemporalFailure why() {
        return closing(failure)
                .map(Throwable::getCause)
                .filter(TemporalFailure.class::isInstance)
                .map(TemporalFailure.class::cast)
                .orElse(failure);
    }

    static Optional<ApplicationFailure> closing(TemporalFailure failure) {
        return failure instanceof ChildWorkflowFailure && failure.getCause() instanceof ApplicationFailure closing
                ? Optional.of(closing)
                : Optional.empty();
    }

    static Optional<Ending> ending(ApplicationFailure closing) {
        try {
            return closing.getType() != null && closing.getType().endsWith(Ending.TYPE_SUFFIX)
                    ? Optional.ofNullable(closing.getDetails().get(0, Ending.class))
                    : Optional.empty();
        } catch (DataConverterException unreadable) {
            return Optional.empty();
        }
    }
}
