package dev.skald.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A saga that was started: to wait for it and to ask where it stands.
 *
 * @param <R> the saga's result
 */
public interface SagaHandle<R extends @Nullable Object> {

    /**
     * The saga's id, as the definition's {@code id} gives it.
     *
     * @return the id, such as {@code 4711}
     */
    String id();

    /**
     * The saga's id in Temporal.
     *
     * @return the workflow id, such as {@code PlaceOrder/4711}
     */
    String workflowId();

    /**
     * Waits for the saga's outcome. It does not wait for an operator: when the saga is stuck the caller is told so,
     * while the saga stays open. A missing worker or a lost connection to it only makes it wait longer.
     *
     * @return the saga's result
     * @throws SagaFailed if the saga was compensated, or is stuck; a subclass of its own for each saga
     * @throws UnsupportedOperationException if nobody can wait for it: each link of the chain is over by itself
     * @throws io.temporal.client.WorkflowNotFoundException if there is no such saga
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    R result();

    /**
     * Waits for the saga's outcome, but only so long.
     *
     * @param waitAtMost how long to wait
     * @return the result if it came in time, otherwise a handle
     * @throws SagaFailed if in that time the saga was compensated, or is stuck
     * @throws io.temporal.client.WorkflowNotFoundException if there is no such saga
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    Outcome<R> result(Duration waitAtMost);

    /**
     * Asks where the saga stands. If no worker answers it is what the server alone knows, and says so.
     *
     * @return the status
     * @throws io.temporal.client.WorkflowNotFoundException if there is no such saga
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    SagaStatus status();

    /**
     * Sends the saga what its definition awaits; generated clients have a typed method for each event. It is kept until
     * the saga gets there. The first that comes counts; one that comes later, or when nobody waits any more, is
     * ignored.
     *
     * @param event the event's name in the definition
     * @param value what comes with it
     * @throws SagaRequestRejected if the saga is over
     * @throws io.temporal.client.WorkflowNotFoundException if there is no such saga
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached
     */
    void send(String event, Object value);

    /**
     * Cancels the saga: what was done is undone, and the caller gets a {@link SagaFailed}. A call that is on its way is
     * waited for, so that it is known whether it happened. Returns when the cancel is accepted.
     *
     * @param reason why, kept in the history and told to whoever waits for the result
     * @throws SagaRequestRejected if the saga is past its pivot, is being compensated already, or is over
     * @throws io.temporal.client.WorkflowNotFoundException if there is no such saga
     * @throws io.temporal.client.WorkflowServiceException if the server cannot be reached, or no worker took it within
     *     half a minute
     */
    void cancel(String reason);

    /**
     * What a person may do about the saga where it is stuck. Who that is, is what the caller says: let an endpoint take
     * it from the login.
     *
     * @param by who asks, kept in the history
     * @param reason why, kept in the history
     * @return the verbs
     */
    SagaOperator operator(String by, String reason);
}
