package dev.skald.runtime.internal.wire;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The activity by which a link learns whether the next one has begun. */
@ActivityInterface
public interface LinkBeginnings {

    /** The activity's type. */
    String ACTIVITY = "skald.hasBegun";

    /**
     * Whether a worker has taken the link's workflow.
     *
     * @param link the workflow
     * @return how it began, if it has
     * @throws Exception if it is not known yet
     */
    @ActivityMethod(name = ACTIVITY)
    Beginning beginningOf(Link link) throws Exception;

    /**
     * A link's workflow.
     *
     * @param workflowId its id
     * @param runId its run
     * @param isStopped whether it was told to stop, so that sooner or later it is known how it began
     */
    record Link(String workflowId, String runId, boolean isStopped) {}

    /** How a link began. */
    enum Beginning {
        /** No worker has taken it. */
        NOT_YET,
        /** A worker has taken it. */
        BEGUN,
        /** It was told to stop before a worker took it: it will not ask its participant. */
        STOPPED_BEFORE
    }
}
