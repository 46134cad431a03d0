package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.NotServed;
import io.temporal.client.WorkflowOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an operator does on a real server: from Temporal's command line, and for thousands of sagas by one command. */
@Tag("real-server")
final class ManySagasTest {

    private static final int MANY = 3_000;

    /** As cheap as a saga can be that gets stuck: it is not asked again by itself before a day has passed. */
    private static final SagaShape ONE_STEP = SagaShape.of("test.Trial", 1)
            .steps(Trial.step("one")
                    .call(Trial.call().backoff(Duration.ofDays(1), Duration.ofDays(1), 1))
                    .onUnknown(OnUnknown.ESCALATE)
                    .build())
            .build();

    /** Gets stuck in its undo. */
    private static final SagaShape SHAPE = SagaShape.of("test.Trial", 1)
            .steps(
                    Trial.step("one").build(),
                    Trial.step("two").refusedBy(NotServed.TYPE).build())
            .build();

    @Test
    @Timeout(1200)
    void threeThousandStuckSagasAreFreedByOneCommand() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            Skald.registerSagaState(namespace.client);
            namespace.shop.on("one", Behaviours.brokenForGood());
            namespace.start(ONE_STEP);
            SagaClient<String> client = Trial.client(namespace.client);
            IntStream.range(0, MANY).parallel().forEach(i -> client.start("saga-" + i, "x"));
            OwnNamespace.await(
                    MANY + " stuck sagas",
                    Duration.ofMinutes(9),
                    () -> namespace.count("SagaState = 'ESCALATED'") == MANY);
            namespace.shop.mend("one");

            ManySagas.Report report = ManySagas.on(namespace.client)
                    .found("SagaState = 'ESCALATED'")
                    .perSecond(200)
                    .each("ann", "the database is back", SagaOperator::retryAll);

            assertThat(report.found()).isEqualTo(MANY);
            assertThat(report.others()).isEmpty();
            OwnNamespace.await(
                    MANY + " completed sagas",
                    Duration.ofMinutes(9),
                    () -> namespace.count("SagaState = 'COMPLETED'") == MANY);
            assertThat(namespace.shop.effects()).hasSize(MANY);
            assertThat(namespace.notices.stream().map(AdminNotice::workflowId).distinct())
                    .hasSize(MANY);
        }
    }

    @Test
    void aSagaThatDoesNotAllowItIsLeftWithTheReasonAndTheOthersAreSettled() {
        try (OwnNamespace namespace = new OwnNamespace()) {
            stick(namespace);
            SagaClient<String> client = Trial.client(namespace.client, NotServed.TYPE);
            SagaHandle<String> stuck = client.start("stuck", "x");
            namespace
                    .client
                    .newUntypedWorkflowStub(
                            "another.Workflow",
                            WorkflowOptions.newBuilder()
                                    .setWorkflowId("nobody-runs-it")
                                    .setTaskQueue(Trial.TASK_QUEUE)
                                    .build())
                    .start();
            OwnNamespace.await("stuck", () -> stuck.status().state() == SagaState.COMPENSATION_FAILED);
            OwnNamespace.await("both", () -> namespace.count("ExecutionStatus = 'Running'") == 2);
            namespace.shop.mend("undo one");

            ManySagas.Report report = ManySagas.on(namespace.client)
                    .found("WorkflowType = 'test.Trial.v1' OR WorkflowType = 'another.Workflow'")
                    .each("ann", "x", SagaOperator::retryAll);

            assertThat(report.accepted()).isEqualTo(1);
            assertThat(report.others()).extracting(ManySagas.Left::workflowId).containsExactly("nobody-runs-it");
            OwnNamespace.await("free", () -> stuck.status().state() == SagaState.COMPENSATED);
        }
    }

    @Test
    void theVerbsWorkFromTemporalsCommandLineWhichPrintsWhyOneIsNotAllowed() throws Exception {
        try (OwnNamespace namespace = new OwnNamespace()) {
            stick(namespace);
            SagaHandle<String> handle =
                    Trial.client(namespace.client, NotServed.TYPE).start("1", "x");
            OwnNamespace.await("stuck", () -> handle.status().state() == SagaState.COMPENSATION_FAILED);

            assertThat(temporal(namespace, "skip", "{\"step\": \"two\", \"by\": \"ann\", \"reason\": \"x\"}"))
                    .contains("step two is REFUSED and not stuck; stuck: the undo of step one");
            assertThat(temporal(namespace, "retry", "{\"step\": \"one\"}")).contains("say who asks and why");
            assertThat(temporal(namespace, "cancel", "{\"reason\": \"too late\"}"))
                    .contains("the saga cannot be cancelled: it is not completed, and what was done is being undone");
            namespace.shop.mend("undo one");
            temporal(namespace, "retry", "{\"step\": \"one\", \"by\": \"ann\", \"reason\": \"it is back\"}");

            OwnNamespace.await("free", () -> handle.status().state() == SagaState.COMPENSATED);
            assertThat(handle.status().steps().get(0).settled()).isEqualTo("retry by ann: it is back");
        }
    }

    private static void stick(OwnNamespace namespace) {
        namespace.shop.on("two", Behaviours.failing(() -> new NotServed("Antarctica")));
        namespace.shop.on("undo one", Behaviours.brokenForGood());
        namespace.start(SHAPE);
    }

    private static String temporal(OwnNamespace namespace, String update, String input) throws Exception {
        Process command = new ProcessBuilder(List.of(
                        "temporal",
                        "workflow",
                        "update",
                        "execute",
                        "--address=" + namespace.server.getOptions().getTarget(),
                        "--namespace=" + namespace.name,
                        "--workflow-id=Trial/1",
                        "--name=" + update,
                        "--input=" + input))
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        command.waitFor();
        return output;
    }
}
