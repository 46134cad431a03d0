package dev.skald.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.skald.codegen.java.ScaffoldGenerator;
import dev.skald.codegen.output.GeneratedFile;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.JavaCompilation;
import dev.skald.dsl.model.SagaModel;
import dev.skald.runtime.SagaFailed;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.Skald;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a saga whose participants are as they were scaffolded. */
final class ScaffoldedSagaTest {

    private static final String ORDER = "com/acme/orders/OrderByScaffolds.java";
    private static final Path RESOURCES = Path.of("src/test/resources");

    @TempDir
    Path classes;

    @Test
    @Timeout(120)
    void whatIsNotWrittenIsAskedForAgainTakenForUnknownAndNeverForDone() throws Exception {
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(options())) {
            SagaHandle<?> handle = compiledOrder().apply(temporal.getWorkerFactory(), patient(temporal));

            skipToState(temporal, handle, SagaState.COMPENSATION_FAILED);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            SagaStatus status = handle.status();
            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(failed)
                    .rootCause()
                    .hasMessageContaining("inventory.reserve is not written yet: " + handle.workflowId())
                    .hasMessageContaining("/reservation/0/do");
            assertThat(status.undone()).isEmpty();
            assertThat(status.stillToUndo()).containsExactly("reservation");
            assertThat(status.steps().get(0).lastError()).contains("inventory.release is not written yet");
        }
    }

    /** Generates, scaffolds and compiles the example, with the class that places an order. */
    @SuppressWarnings("unchecked") // It is what has just been compiled.
    private BiFunction<WorkerFactory, WorkflowClient, SagaHandle<?>> compiledOrder() throws Exception {
        SagaModel model = Definitions.modelAt(RESOURCES.resolve("golden/place-order"));
        List<GeneratedFile> files = new ArrayList<>(Definitions.generate(model));
        files.addAll(ScaffoldGenerator.generate(model, ScaffoldGenerator.participants(model))
                .value());
        files.add(new GeneratedFile(ORDER, Files.readString(RESOURCES.resolve("scaffold/OrderByScaffolds.java"))));
        JavaCompilation.assertCompiles(files, classes);
        Class<?> order = JavaCompilation.load(classes).loadClass("com.acme.orders.OrderByScaffolds");
        return (BiFunction<WorkerFactory, WorkflowClient, SagaHandle<?>>)
                order.getConstructor().newInstance();
    }

    /** A client whose waiting lets no time pass: time that runs on would end a saga that stays open. */
    private static WorkflowClient patient(TestWorkflowEnvironment temporal) {
        return WorkflowClient.newInstance(
                temporal.getWorkflowServiceStubs(),
                WorkflowClientOptions.newBuilder()
                        .setNamespace(temporal.getNamespace())
                        .build());
    }

    private static void skipToState(TestWorkflowEnvironment temporal, SagaHandle<?> handle, SagaState state)
            throws InterruptedException {
        while (handle.status().state() != state) {
            temporal.sleep(Duration.ofMinutes(5));
            Thread.sleep(20);
        }
    }

    private static TestEnvironmentOptions options() {
        return TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder())
                        .build())
                .build();
    }
}
