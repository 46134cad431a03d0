package dev.skald.runtime;

/**
 * A saga was asked for something that its state does not allow now: a cancel after the pivot, a retry of a step that is
 * not stuck. Nothing has changed. The message says why, and what is possible instead.
 */
public final class SagaRequestRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Made by the saga's handle, of what it knows before it asks.
     *
     * @param message why, in words for the person who asked
     */
    public SagaRequestRejected(String message) {
        super(message);
    }

    /**
     * Made by the saga's handle.
     *
     * @param message why, in words for the person who asked
     * @param cause what came over the wire
     */
    public SagaRequestRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
