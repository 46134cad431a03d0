package dev.skald.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a person may do about a saga that is stuck. Every verb is for a step, or the undo of a step, that needs help: it
 * is in {@link StepState#NEEDS_ATTENTION} or {@link StepState#COMPENSATION_FAILED}. Each is one typed update of the
 * saga's workflow, kept in its history with who asked and why, and each returns once it is accepted; what follows from
 * it is seen in the {@linkplain SagaHandle#status() status}. The same verbs work from Temporal's command line and Web
 * UI:
 *
 * <pre>{@code
 * temporal workflow update execute --workflow-id PlaceOrder/4711 --name retry \
 *     --input '{"step": "authorization", "by": "ann", "reason": "the card processor is back"}'
 * }</pre>
 *
 * <p>Every verb throws {@link SagaRequestRejected} if it is not allowed now,
 * {@link io.temporal.client.WorkflowNotFoundException} if there is no such saga, and
 * {@link io.temporal.client.WorkflowServiceException} if the server cannot be reached or no worker took it within half
 * a minute; then it may or may not be taken later.
 */
public interface SagaOperator {

    /**
     * Asks the participant again at once.
     *
     * @param step the step's name; in a loop with its round, as in {@code booking[2]}
     */
    void retry(String step);

    /** Asks every participant again that something of the saga is stuck at. */
    void retryAll();

    /**
     * Says that a step without a result was done, or that an undo has happened. The saga goes on as if the participant
     * had said so.
     *
     * @param step the step's name
     */
    void confirmDone(String step);

    /**
     * Says that a step was done, and with what result.
     *
     * @param step the step's name
     * @param result what the participant would have answered
     */
    void confirmDone(String step, @Nullable Object result);

    /**
     * Says that a step was not done: it counts as refused, and what came before it is undone. Not allowed where nothing
     * may be undone any more.
     *
     * @param step the step's name
     */
    void confirmNotDone(String step);

    /**
     * Leaves an undo out, although it has not happened. The saga ends {@link SagaState#RESOLVED_MANUALLY}.
     *
     * @param step the step's name
     */
    void skip(String step);

    /**
     * Gives the saga up as it stands: nobody is asked any more, and it ends {@link SagaState#RESOLVED_MANUALLY} with
     * the state of each step as it was last known.
     */
    void abandon();
}
