package dev.skald.benchmarks;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.util.function.Function;

/** The benchmark's sagas as their clients call them. */
final class Sagas {

    private final WorkflowClient client;

    Sagas(WorkflowClient client) {
        this.client = client;
    }

    /** Makes the factory's workers run all of them. */
    static void register(WorkerFactory factory) {
        dev.skald.benchmarks.epic.free.v1.FreeWorker.register(factory);
        dev.skald.benchmarks.epic.chained.v1.ChainedWorker.register(factory);
        dev.skald.benchmarks.fairytale.free.v1.FreeWorker.register(factory);
        dev.skald.benchmarks.fairytale.chained.v1.ChainedWorker.register(factory);
        dev.skald.benchmarks.parallel.free.v1.FreeWorker.register(factory);
        dev.skald.benchmarks.parallel.chained.v1.ChainedWorker.register(factory);
        dev.skald.benchmarks.fantasyfiction.free.v1.FreeWorker.register(factory);
        dev.skald.benchmarks.fantasyfiction.chained.v1.ChainedWorker.register(factory);
    }

    /** The saga's workflow id. */
    static String workflowId(Flow flow, Run run) {
        return (flow == Flow.CHAINED ? "Chained/" : "Free/") + run.runId();
    }

    /** What starts the saga, and waits for its result. */
    Function<Run, String> call(Pattern pattern, Flow flow) {
        boolean chained = flow == Flow.CHAINED;
        return switch (pattern) {
            case EPIC ->
                chained
                        ? new dev.skald.benchmarks.epic.ChainedClient(client)::execute
                        : new dev.skald.benchmarks.epic.FreeClient(client)::execute;
            case FAIRY_TALE ->
                chained
                        ? new dev.skald.benchmarks.fairytale.ChainedClient(client)::execute
                        : new dev.skald.benchmarks.fairytale.FreeClient(client)::execute;
            case PARALLEL ->
                chained
                        ? run -> new dev.skald.benchmarks.parallel.ChainedClient(client)
                                .start(run)
                                .result()
                        : run -> new dev.skald.benchmarks.parallel.FreeClient(client)
                                .start(run)
                                .result();
            case FANTASY_FICTION ->
                chained
                        ? run -> new dev.skald.benchmarks.fantasyfiction.ChainedClient(client)
                                .start(run)
                                .result()
                        : run -> new dev.skald.benchmarks.fantasyfiction.FreeClient(client)
                                .start(run)
                                .result();
        };
    }
}
