package dev.skald.runtime;

import dev.skald.runtime.internal.wire.Failures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A saga was not completed. Each saga has a subclass of its own. Its cause is the error that started it all: the
 * participant's {@link DeclaredError} where one refused, otherwise what is known of the failure.
 */
public class SagaFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Details details;

    /**
     * Made by the saga's client.
     *
     * @param details what is known
     */
    public SagaFailed(Details details) {
        super(details.message(), details.cause());
        this.details = details;
    }

    /**
     * Where the saga as a whole stands. {@link SagaState#COMPENSATED} means that every undo was confirmed; in
     * {@link SagaState#COMPENSATION_FAILED} and {@link SagaState#ESCALATED} it is still open, and its status tells
     * more.
     *
     * @return the state
     */
    public final SagaState outcome() {
        return details.outcome();
    }

    /**
     * Where each step stands.
     *
     * @return the steps in the order written; empty if that could not be learnt
     */
    public final List<StepStatus> steps() {
        return details.steps();
    }

    /**
     * Which saga it was.
     *
     * @return the workflow id, such as {@code PlaceOrder/4711}
     */
    public final String workflowId() {
        return details.workflowId();
    }

    /**
     * What is known of a saga that was not completed.
     *
     * @param workflowId the saga's workflow id
     * @param outcome where the saga as a whole stands
     * @param steps where each step stands
     * @param cause the error that started it all, or null if it could not be learnt
     */
    public record Details(
            String workflowId,
            SagaState outcome,
            List<StepStatus> steps,
            @Nullable Throwable cause) {

        /** Copies the list. */
        public Details {
            Objects.requireNonNull(workflowId, "workflowId");
            Objects.requireNonNull(outcome, "outcome");
            steps = List.copyOf(steps);
        }

        private String message() {
            String why = cause == null ? "" : ": " + Failures.inWords(cause);
            return workflowId + " is " + outcome + why;
        }
    }
}
