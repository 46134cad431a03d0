package dev.skald.runtime.internal.client;

import dev.skald.runtime.SagaStatus;
import io.temporal.client.WorkflowStub;
import java.util.List;

/** The workflow, or the workflows, that a saga consists of, as its caller and its operator see them. */
interface SagaWorkflows {

    /** The one that takes a step, and undoes it. */
    WorkflowStub of(String step);

    /** Those in which something is stuck; if there is none, the one that says so. */
    List<WorkflowStub> stuck();

    /** Where the saga stands. */
    SagaStatus status();

    /** Has the saga stop. */
    void cancel(String reason);
}
