package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.client.WorkflowStub;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sagas that are run by other sagas, where the server tells what the one in memory does not: ends by force, events. */
@Tag("real-server")
final class SubSagasOnServerTest {

    private static final StepShape LAST =
            Trial.step("last").refusedBy(NotServed.TYPE).build();
    private static final StepShape CHARGE = Trial.step("charge").build();
    private static final SubSagaShape SETTLED =
            SubSagaShape.compensatable("settled", "test.Inner", 1).build();
    private static final SagaShape OUTER = Tale.atomic(SETTLED.step(), LAST);
    private static final String INNER_ID = "Tale/1/settled";
    private static final String UNDO_ID = "Tale/1/settled/undo";

    @Test
    void anUndoThatWasTerminatedIsSettledAtTheOuterSaga() {
        try (OwnNamespace namespace = started()) {
            Behaviours.Held undo = new Behaviours.Held();
            namespace.shop.on("last x", Behaviours.failing(() -> new NotServed("Antarctica")));
            namespace.shop.on("undo charge a", undo);
            SagaHandle<String> handle = start(namespace);
            undo.awaitBegun();
            stub(namespace, UNDO_ID).terminate("by mistake");
            OwnNamespace.await("help", () -> handle.status().state() == SagaState.COMPENSATION_FAILED);
            undo.free();

            handle.operator("ann", "it was a mistake").retry("settled");
            OwnNamespace.await("the end", () -> handle.status().state() == SagaState.COMPENSATED);
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(namespace.shop.callsOf("charge"))
                    .hasSize(3)
                    .extracting(SagaCall::stepKey)
                    .containsOnly(namespace.shop.callsOf("charge").get(0).stepKey());
        }
    }

    @Test
    void anInnerSagaThatWasTerminatedIsStartedAgainWithTheSameKeys() {
        try (OwnNamespace namespace = started()) {
            Behaviours.Held charge = new Behaviours.Held();
            namespace.shop.on("charge a", charge);
            SagaHandle<String> handle = start(namespace);
            charge.awaitBegun();
            stub(namespace, INNER_ID).terminate("by mistake");
            OwnNamespace.await("help", () -> handle.status().state() == SagaState.ESCALATED);
            charge.free();

            OwnNamespace.await("the end", () -> handle.status().state() == SagaState.COMPLETED);
            assertThat(handle.result()).isEqualTo("charge a");
            assertThat(namespace.notices).extracting(AdminNotice::step).containsExactly("settled");
            assertThat(namespace.shop.callsOf("charge"))
                    .hasSize(2)
                    .extracting(SagaCall::key)
                    .containsOnly(namespace.shop.callsOf("charge").get(0).key());
        }
    }

    @Test
    void anInnerSagaThatTemporalCancelsIsAskedAgainWhatBecameOfIt() {
        try (OwnNamespace namespace = started()) {
            Behaviours.Held charge = new Behaviours.Held();
            namespace.shop.on("charge a", charge);
            SagaHandle<String> handle = start(namespace);
            charge.awaitBegun();
            stub(namespace, INNER_ID).cancel("by mistake");
            OwnNamespace.await(
                    "the request",
                    () -> namespace.client.fetchHistory(INNER_ID).getEvents().stream()
                            .anyMatch(HistoryEvent::hasActivityTaskCancelRequestedEventAttributes));
            charge.free();

            OwnNamespace.await("the end", () -> handle.status().state() == SagaState.COMPLETED);
            assertThat(namespace.shop.effects()).containsExactly("charge a", "undo charge a", "charge a", "last x");
        }
    }

    @Test
    void anInnerSagaGoesOnWhenTheOuterOneIsTerminated() {
        try (OwnNamespace namespace = started()) {
            Behaviours.Held charge = new Behaviours.Held();
            namespace.shop.on("charge a", charge);
            SagaHandle<String> handle = start(namespace);
            charge.awaitBegun();
            stub(namespace, handle.workflowId()).terminate("by force");
            charge.free();

            OwnNamespace.await(
                    "the end",
                    () -> stub(namespace, INNER_ID).describe().getStatus()
                            == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);
            assertThat(namespace.shop.effects()).containsExactly("charge a");
        }
    }

    @Test
    void afterAResetOfTheOuterOneTheInnerOnesCallsHaveTheSameKeys() {
        try (OwnNamespace namespace = started()) {
            SagaHandle<String> handle = start(namespace);
            handle.result();
            List<String> keys = keys(namespace);

            namespace
                    .server
                    .blockingStub()
                    .resetWorkflowExecution(ResetWorkflowExecutionRequest.newBuilder()
                            .setNamespace(namespace.name)
                            .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(handle.workflowId()))
                            .setReason("a test")
                            .setRequestId(UUID.randomUUID().toString())
                            .setWorkflowTaskFinishEventId(4)
                            .build());

            OwnNamespace.await("the second end", () -> keys(namespace).size() == 4);
            assertThat(keys(namespace)).hasSize(4).hasSameElementsAs(keys);
            assertThat(handle.result()).isEqualTo("charge a");
        }
    }

    private static List<String> keys(OwnNamespace namespace) {
        return Stream.of("charge", "last")
                .flatMap(step -> namespace.shop.callsOf(step).stream())
                .map(SagaCall::key)
                .toList();
    }

    @Test
    void anInnerSagaCostsItsOuterOneNineEventsAndNoneOfItsOwn() {
        try (OwnNamespace namespace = started()) {
            SagaHandle<String> handle = start(namespace);

            assertThat(handle.result()).isEqualTo("charge a");
            // The outer: 5, a step 6, and for the inner saga what is left; the inner: 5 and a step.
            assertThat(namespace.eventsOf(handle)).isEqualTo(5 + 6 + 9);
            assertThat(namespace.client.fetchHistory(INNER_ID).getEvents()).hasSize(5 + 6);
            assertThat(namespace.client.fetchHistory(INNER_ID).getEvents())
                    .extracting(HistoryEvent::getEventType)
                    .last()
                    .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED);
        }
    }

    private static OwnNamespace started() {
        OwnNamespace namespace = new OwnNamespace();
        Tale.register(namespace.workers, OUTER, (tale, items) -> {
            String settled = tale.saga.subSaga(SETTLED).call(String.class, items.get(0));
            tale.take(LAST, "x");
            return settled;
        });
        Inner.register(namespace.workers, Inner.shape(CHARGE), (saga, item) -> Tale.take(saga, CHARGE, item));
        Trial.registerParticipant(namespace.workers, namespace.shop);
        namespace.workers.start();
        return namespace;
    }

    private static SagaHandle<String> start(OwnNamespace namespace) {
        return Tale.client(namespace.client, NotServed.TYPE).start("1", List.of("a"));
    }

    private static WorkflowStub stub(OwnNamespace namespace, String workflowId) {
        return namespace.client.newUntypedWorkflowStub(workflowId);
    }
}
