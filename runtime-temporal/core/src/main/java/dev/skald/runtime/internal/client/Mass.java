package dev.skald.runtime.internal.client;

import dev.skald.runtime.ManySagas.Left;
import dev.skald.runtime.ManySagas.Report;
import dev.skald.runtime.SagaOperator;
import dev.skald.runtime.SagaRequestRejected;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Settles many sagas, at a rate. */
public final class Mass {

    /** How many wait for their server at the same time. */
    private static final int AT_ONCE = 16;

    private final WorkflowClient client;
    private final int perSecond;

    /**
     * In a client's namespace.
     *
     * @param client the application's client
     * @param perSecond how many a second at most
     */
    public Mass(WorkflowClient client, int perSecond) {
        this.client = client;
        this.perSecond = perSecond;
    }

    /**
     * Applies a verb to each saga that a query finds.
     *
     * @param query a list filter of Temporal's
     * @param by who asks
     * @param reason why
     * @param verb what is done
     * @return what came of it
     */
    public Report each(String query, String by, String reason, Consumer<SagaOperator> verb) {
        List<WorkflowExecution> sagas = find(query);
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(AT_ONCE);
        try {
            List<Future<Optional<Left>>> settled = new ArrayList<>();
            long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
            for (WorkflowExecution saga : sagas) {
                settled.add(workers.schedule(
                        () -> settle(saga, by, reason, verb), pause * settled.size(), TimeUnit.NANOSECONDS));
            }
            List<Left> left = settled.stream().flatMap(Mass::await).toList();
            return new Report(sagas.size(), sagas.size() - left.size(), left);
        } finally {
            workers.shutdownNow();
        }
    }

    /** All of them before the first is settled, because what is settled is no longer found. */
    private List<WorkflowExecution> find(String query) {
        try (Stream<WorkflowExecutionMetadata> found =
                client.listExecutions("ExecutionStatus = 'Running' AND (" + query + ")")) {
            return found.map(WorkflowExecutionMetadata::getExecution).toList();
        }
    }

    private Optional<Left> settle(WorkflowExecution saga, String by, String reason, Consumer<SagaOperator> verb) {
        WorkflowTargetOptions target =
                WorkflowTargetOptions.newBuilder().setWorkflowExecution(saga).build();
        try {
            verb.accept(new Verbs(only(client.newUntypedWorkflowStub(target, Optional.empty())), by, reason));
            return Optional.empty();
        } catch (SagaRequestRejected | WorkflowException notTaken) {
            return Optional.of(new Left(saga.getWorkflowId(), inWords(notTaken)));
        }
    }

    private static SagaWorkflows only(WorkflowStub stub) {
        return new OneWorkflow(stub, () -> {
            throw new IllegalStateException("nobody asks where it stands");
        });
    }

    private static String inWords(RuntimeException notTaken) {
        Throwable cause = notTaken.getCause();
        return notTaken instanceof SagaRequestRejected || cause == null
                ? String.valueOf(notTaken.getMessage())
                : cause.toString();
    }

    private static Stream<Left> await(Future<Optional<Left>> settled) {
        try {
            return settled.get().stream();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sagas were being settled", stopped);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
