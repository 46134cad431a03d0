package dev.skald.runtime;

/** What follows when nobody knows whether a step happened, because its retries or its time are used up. */
public enum OnUnknown {
    /**
     * The step is undone, and those before it. A readonly step has nothing to be undone, and counts as refused; it is
     * the default of both.
     */
    COMPENSATE,
    /**
     * The saga is {@link SagaState#ESCALATED}: the admin is notified, the participant is asked again at growing
     * intervals, and the saga heals itself when it answers.
     */
    ESCALATE,
    /**
     * The step is in {@link StepState#NEEDS_ATTENTION}: the admin is notified, and the participant is asked again at
     * growing intervals until it answers. It is the way of pivot and retriable steps, and of every step that comes
     * after them.
     */
    ASK_AGAIN
}
