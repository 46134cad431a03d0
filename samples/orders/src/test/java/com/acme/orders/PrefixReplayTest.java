package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.participants.Shop;
import com.acme.orders.placeorder.v1.PlaceOrderWorker;
import dev.skald.runtime.SagaHandle;
import dev.skald.runtime.Skald;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A worker that takes a saga over after a crash has nothing but the saga's history so far, and runs it again from the
 * beginning. Here that happens after every single event, of an order that completes and of one that is compensated.
 */
final class PrefixReplayTest {

    private final Shop shop = new Shop(line -> {});
    private final TestWorkflowEnvironment temporal =
            TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkflowClientOptions(Skald.clientOptions(WorkflowClientOptions.newBuilder())
                            .build())
                    .build());
    private final PlaceOrderClient orders = new PlaceOrderClient(temporal.getWorkflowClient());
    private final TestWorkflowEnvironment elsewhere = TestWorkflowEnvironment.newInstance();
    private final Worker successor = PlaceOrderWorker.register(elsewhere.getWorkerFactory());

    @BeforeEach
    void openShop() {
        shop.register(temporal.getWorkerFactory());
        temporal.start();
    }

    @AfterEach
    void closeTemporal() {
        temporal.close();
        elsewhere.close();
    }

    @Test
    void completedSagaCanBeTakenOverAfterEveryEvent() {
        WorkflowExecutionHistory history = historyOf(complete());

        assertThat(history.getLastEvent().getEventType()).isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
        assertThat(prefixes(history)).allSatisfy(this::assertReplays);
    }

    @Test
    void compensatedSagaCanBeTakenOverAfterEveryEvent() {
        WorkflowExecutionHistory history = historyOf(compensate());

        assertThat(history.getLastEvent().getEventType()).isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED);
        assertThat(prefixes(history)).allSatisfy(this::assertReplays);
    }

    @Test
    void sagaThatWouldNowDoSomethingElseIsNoticedInEveryPrefixThatShowsIt() {
        WorkflowExecutionHistory history = historyOf(compensate());
        int changed = firstEvent(history, EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED);
        List<WorkflowExecutionHistory> prefixes = prefixes(withOtherActivity(history, changed));

        assertThat(prefixes.subList(0, changed)).allSatisfy(this::assertReplays);
        assertThat(prefixes.subList(changed, prefixes.size()))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        prefix -> assertThatThrownBy(() -> WorkflowReplayer.replayWorkflowExecution(prefix, successor))
                                .hasStackTraceContaining("NonDeterministicException"));
    }

    private SagaHandle<Confirmation> complete() {
        SagaHandle<Confirmation> saga = start("teapot");
        assertThat(saga.result().trackingCode()).startsWith("SK-");
        return saga;
    }

    private SagaHandle<Confirmation> compensate() {
        SagaHandle<Confirmation> saga = start("grand-piano");
        PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, saga::result);
        assertThat(failed).hasCauseInstanceOf(NotServed.class);
        return saga;
    }

    private SagaHandle<Confirmation> start(String sku) {
        return orders.start(new Order(UUID.randomUUID(), "alice", sku, 1, new BigDecimal("59.80")));
    }

    private WorkflowExecutionHistory historyOf(SagaHandle<?> saga) {
        return temporal.getWorkflowClient().fetchHistory(saga.workflowId());
    }

    private static List<WorkflowExecutionHistory> prefixes(WorkflowExecutionHistory history) {
        List<WorkflowExecutionHistory> prefixes = new ArrayList<>();
        for (int length = 1; length <= history.getEvents().size(); length++) {
            prefixes.add(with(history, history.getEvents().subList(0, length)));
        }
        return prefixes;
    }

    private static int firstEvent(WorkflowExecutionHistory history, EventType type) {
        return history.getEvents().stream()
                .map(HistoryEvent::getEventType)
                .toList()
                .indexOf(type);
    }

    private static WorkflowExecutionHistory withOtherActivity(WorkflowExecutionHistory history, int index) {
        List<HistoryEvent> events = new ArrayList<>(history.getEvents());
        HistoryEvent.Builder event = events.get(index).toBuilder();
        event.getActivityTaskScheduledEventAttributesBuilder()
                .getActivityTypeBuilder()
                .setName("inventory.destroy");
        events.set(index, event.build());
        return with(history, events);
    }

    private static WorkflowExecutionHistory with(WorkflowExecutionHistory history, List<HistoryEvent> events) {
        return new WorkflowExecutionHistory(
                history.getHistory().toBuilder()
                        .clearEvents()
                        .addAllEvents(events)
                        .build(),
                history.getWorkflowExecution().getWorkflowId());
    }

    private void assertReplays(WorkflowExecutionHistory prefix) {
        assertThatCode(() -> WorkflowReplayer.replayWorkflowExecution(prefix, successor))
                .as(
                        "%d events, the last is %s",
                        prefix.getEvents().size(), prefix.getLastEvent().getEventType())
                .doesNotThrowAnyException();
    }
}
