package dev.skald.benchmarks;

import dev.skald.runtime.SagaFailed;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs one saga after the other, never two at once: in each round each pattern once, so that what changes on the
 * machine meanwhile is the same for all of them; each round begins with another pattern.
 */
final class Measurement {

    private final WorkflowClient client;
    private final Sagas sagas;

    Measurement(WorkflowClient client) {
        this.client = client;
        this.sagas = new Sagas(client);
    }

    Map<Pattern, Measured> measure(Flow flow, int rounds) {
        Map<Pattern, Measured> measured = new EnumMap<>(Pattern.class);
        List<Pattern> patterns = new ArrayList<>(List.of(Pattern.values()));
        patterns.forEach(pattern -> measured.put(pattern, new Measured()));
        for (int round = 0; round < rounds; round++) {
            patterns.forEach(
                    pattern -> once(flow, sagas.call(pattern, flow), Objects.requireNonNull(measured.get(pattern))));
            Collections.rotate(patterns, 1);
        }
        return measured;
    }

    private void once(Flow flow, Function<Run, String> saga, Measured measured) {
        Run run = new Run(UUID.randomUUID(), flow.isRefused());
        long started = System.nanoTime();
        boolean done = isDone(saga, run);
        long answered = System.nanoTime();
        if (done == flow.isRefused()) {
            throw new IllegalStateException(flow + " ended otherwise than it should have");
        }
        double millis = (answered - started) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        measured.add(millis, eventsAtTheEnd(Sagas.workflowId(flow, run)));
    }

    private static boolean isDone(Function<Run, String> saga, Run run) {
        try {
            return saga.apply(run).startsWith("after");
        } catch (SagaFailed failed) {
            if (failed.getCause() instanceof Refused) {
                return false;
            }
            throw failed;
        }
    }

    /** The undos of an eventual saga may go on when the caller has been answered. */
    private int eventsAtTheEnd(String workflowId) {
        while (client.newUntypedWorkflowStub(workflowId).describe().getStatus()
                == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
            pause();
        }
        return client.fetchHistory(workflowId).getEvents().size();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
