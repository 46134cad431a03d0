package dev.skald.runtime.internal.wire;

import dev.skald.runtime.SagaStatus;
import io.temporal.workflow.QueryMethod;

/** What a saga's workflow answers when it is asked from outside; asking costs no events. */
public interface Answers {

    /** The query for where the saga stands. */
    String STATUS = "status";

    /** The query for what a stuck saga tells its caller. */
    String ENDING = "skald.ending";

    /**
     * Where the saga stands.
     *
     * @return the status, as far as the workflow knows it
     */
    @QueryMethod(name = STATUS)
    SagaStatus status();

    /**
     * How the saga would end if it ended now.
     *
     * @return the ending
     */
    @QueryMethod(name = ENDING)
    Ending ending();
}
