package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.CancellationScope;

/** What may ask a running call to end before its time. */
interface Interruptible {

    /** A call begins. */
    void begins(CancellationScope call);

    /** A call has ended. */
    void ends(CancellationScope call);
}
