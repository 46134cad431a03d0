package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.Confirmation;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import org.junit.jupiter.api.Test;

/** What Skald adds to an application's options, and what happens without it. */
final class WorkerWithoutSkaldTest {

    @Test
    void aSagaWhoseWorkerLacksItAsksNobodyAndGoesOnWhenAWorkerHasIt() {
        try (Sagas sagas = Sagas.started((factory, shop) -> {})) {
            WorkerFactory without = WorkerFactory.newInstance(sagas.temporal.getWorkflowClient());
            PlaceOrderWorker.register(without);
            without.start();
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

            sagas.awaitEvent(handle, EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED);

            assertThat(sagas.events(handle))
                    .extracting(HistoryEvent::getEventType)
                    .doesNotContain(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
            assertThat(sagas.events(handle).stream()
                            .filter(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
                            .map(event -> rootMessage(
                                    event.getWorkflowTaskFailedEventAttributes().getFailure())))
                    .anyMatch(message -> message.contains("Skald.workerFactoryOptions"));
            without.shutdownNow();
            sagas.addWorkers(Sagas::register);
            assertThat(handle.result().trackingCode()).isEqualTo("T-sku-1");
        }
    }

    @Test
    void theClientsOptionsAreEnoughForTheWorkersMadeOfThatClient() {
        WorkflowClientOptions options = Skald.clientOptions(
                        Skald.clientOptions(WorkflowClientOptions.newBuilder().setIdentity("mine")))
                .build();
        assertThat(options.getIdentity()).isEqualTo("mine");
        assertThat(options.getPlugins()).hasSize(1);
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(options)
                .build())) {
            WorkflowClient client = temporal.getWorkflowClient();
            Shop shop = new Shop();
            SagaShape shape = SagaShape.of("test.Trial", 1)
                    .steps(Trial.step("one").build())
                    .build();
            Trial.register(temporal.getWorkerFactory(), shop, shape);
            temporal.start();

            assertThat(Trial.client(client).execute("1", "x")).isEqualTo("done x");
            assertThat(shop.callsOf("one")).hasSize(1);
        }
    }

    @Test
    void theApplicationsOwnInterceptorsStay() {
        var own = new WorkerInterceptorBase();

        WorkerFactoryOptions options = Skald.workerFactoryOptions(Skald.workerFactoryOptions(
                        WorkerFactoryOptions.newBuilder().setWorkerInterceptors(own)))
                .build();

        assertThat(options.getWorkerInterceptors()).hasSize(2).contains(own);
    }

    private static String rootMessage(Failure failure) {
        Failure root = failure;
        while (root.hasCause()) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
