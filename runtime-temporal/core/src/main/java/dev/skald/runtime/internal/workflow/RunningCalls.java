package dev.skald.runtime.internal.workflow;

import io.temporal.workflow.CancellationScope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The calls that run now, and can be asked to end. */
final class RunningCalls implements Interruptible {

    private final Set<CancellationScope> calls = new LinkedHashSet<>();

    @Override
    public void begins(CancellationScope call) {
        calls.add(call);
    }

    @Override
    public void ends(CancellationScope call) {
        calls.remove(call);
    }

    /** Asks all of them to end; each still tells what came of it. */
    void interrupt(String reason) {
        List.copyOf(calls).forEach(call -> call.cancel(reason));
    }
}
