package dev.skald.runtime;

import dev.skald.runtime.internal.client.Mass;
import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Settles many stuck sagas by one command, as after the outage of a participant: the same {@link SagaOperator} verb for
 * all that a visibility query finds, at a rate that the participant can bear.
 *
 * <pre>{@code
 * ManySagas.on(client)
 *         .found("SagaState = 'COMPENSATION_FAILED'")
 *         .perSecond(50)
 *         .each("ann", "the card processor is back", SagaOperator::retryAll);
 * }</pre>
 *
 * <p>The query is one of Temporal's list filters. The search attribute {@code SagaState} is there where
 * {@linkplain Skald#registerSagaState registered}; without it a query by {@code WorkflowType} finds all open sagas, and
 * those in which nothing is stuck say so.
 */
public final class ManySagas {

    private static final int MODERATE = 20;

    private final WorkflowClient client;
    private final String query;
    private final int perSecond;

    private ManySagas(WorkflowClient client, String query, int perSecond) {
        this.client = client;
        this.query = query;
        this.perSecond = perSecond;
    }

    /**
     * Begins with all sagas that are stuck, 20 a second.
     *
     * @param client the application's client, whose namespace they are in
     * @return the sagas whose {@code SagaState} says that they wait for help
     */
    public static ManySagas on(WorkflowClient client) {
        return new ManySagas(
                Objects.requireNonNull(client, "client"),
                "SagaState IN ('COMPENSATION_FAILED', 'ESCALATED', 'NEEDS_ATTENTION')",
                MODERATE);
    }

    /**
     * Chooses the sagas.
     *
     * @param query a list filter of Temporal's, such as {@code SagaState = 'ESCALATED'}; only open workflows are looked
     *     at
     * @return the sagas that it finds
     */
    public ManySagas found(String query) {
        return new ManySagas(client, Objects.requireNonNull(query, "query"), perSecond);
    }

    /**
     * Sets the rate.
     *
     * @param perSecond how many sagas are settled a second at most, at least 1
     * @return the same sagas, at that rate
     */
    public ManySagas perSecond(int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("the rate must be at least 1 a second, and is " + perSecond);
        }
        return new ManySagas(client, query, perSecond);
    }

    /**
     * Applies a verb to each, and returns when each has answered. A saga that does not allow it, or cannot be reached,
     * does not keep the others from being settled.
     *
     * @param by who asks, kept in each saga's history
     * @param reason why, kept in each saga's history
     * @param verb what is done, such as {@code SagaOperator::retryAll}
     * @return what came of it
     * @throws io.grpc.StatusRuntimeException if the query is wrong or the server cannot be reached
     */
    public Report each(String by, String reason, Consumer<SagaOperator> verb) {
        return new Mass(client, perSecond).each(query, by, reason, verb);
    }

    /**
     * What came of a command for many sagas.
     *
     * @param found how many the query found
     * @param accepted how many took it
     * @param others those that did not, each with the reason
     */
    public record Report(int found, int accepted, List<Left> others) {

        /** Copies the list. */
        public Report {
            others = List.copyOf(others);
        }
    }

    /**
     * A saga that was left as it was.
     *
     * @param workflowId which one
     * @param why why, in one line
     */
    public record Left(String workflowId, String why) {}
}
