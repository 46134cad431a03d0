package dev.skald.runtime;

/**
 * A saga was not started, because its id belongs to something else: to a workflow of another type, or to the same saga
 * with other input. The message names both.
 */
public final class SagaIdInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String workflowId;

    /**
     * Made by the saga's client.
     *
     * @param workflowId the id in use
     * @param message what it is in use for
     */
    public SagaIdInUse(String workflowId, String message) {
        super(message);
        this.workflowId = workflowId;
    }

    /**
     * The id in use.
     *
     * @return the workflow id, such as {@code PlaceOrder/4711}
     */
    public String workflowId() {
        return workflowId;
    }
}
