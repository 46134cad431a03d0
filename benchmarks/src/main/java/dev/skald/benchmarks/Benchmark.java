package dev.skald.benchmarks;

import dev.skald.benchmarks.station.StationWorker;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** How long the same flow takes as each of the four orchestrated sagas, on the server that the caller names. */
public final class Benchmark {

    private static final int ROUNDS_TO_WARM_UP = 5;

    private Benchmark() {}

    /**
     * Measures, and prints tables of Markdown.
     *
     * @param arguments see {@code benchmarks/run --help}
     */
    public static void main(String... arguments) {
        Options options = Options.parse(arguments);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(options.target())
                .build());
        stubs.connect(Duration.ofSeconds(30));
        WorkflowClient client = WorkflowClient.newInstance(
                stubs, Skald.clientOptions(WorkflowClientOptions.newBuilder()).build());
        WorkerFactory workers = WorkerFactory.newInstance(client);
        StationWorker.register(workers, new Station(options.durations()));
        Sagas.register(workers);
        workers.start();
        try {
            measure(options, new Measurement(client));
        } finally {
            workers.shutdownNow();
            stubs.shutdownNow();
        }
    }

    private static void measure(Options options, Measurement measurement) {
        Durations durations = options.durations();
        System.out.printf(
                "%d rounds; the steps take %d, %d and %d ms, their undos as long. %s%n",
                options.rounds(), durations.first(), durations.second(), durations.third(), machine());
        Report report = new Report(durations);
        for (Flow flow : Flow.values()) {
            measurement.measure(flow, ROUNDS_TO_WARM_UP);
            System.out.print(report.of(flow, measurement.measure(flow, options.rounds())));
        }
        System.out.printf("%nAt the end: %s%n", machine());
    }

    private static String machine() {
        return "%d processors, load average %.2f, Java %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version().feature());
    }
}
