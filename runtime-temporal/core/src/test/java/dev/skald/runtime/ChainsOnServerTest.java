package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowStub;
import io.temporal.worker.WorkerFactory;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chains where the server tells what the one in memory does not: ends by force, links without workers, events. */
@Tag("real-server")
final class ChainsOnServerTest {

    private static final StepShape RESERVED = Relay.step("reserved").build();
    private static final StepShape AUTHORIZED = Relay.step("authorized").build();
    private static final StepShape SOON =
            Relay.step("soon").refusedBy(NotServed.TYPE).build();
    private static final SagaShape SAGA = Relay.saga(RESERVED, AUTHORIZED, SOON);

    @Test
    void aLinkThatTemporalCancelsAnswersAllTheSame() {
        try (OwnNamespace namespace = started(SAGA, RESERVED, AUTHORIZED, SOON)) {
            Behaviours.Held held = new Behaviours.Held();
            namespace.shop.on("soon", held);
            SagaHandle<String> handle = start(namespace, SAGA);
            held.awaitBegun();
            stub(namespace, "Relay/1/soon").cancel("by mistake");
            OwnNamespace.await("the request", () -> Relay.isCancelRequested(namespace.client, "soon"));
            held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(namespace.shop.effects()).endsWith("undo soon", "undo authorized", "undo reserved");
            OwnNamespace.await(
                    "the end of the link",
                    () -> stub(namespace, "Relay/1/soon").describe().getStatus()
                            == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
        }
    }

    @Test
    void aLinkThatIsEndedByForceLeavesTheSagaAsItStands() {
        try (OwnNamespace namespace = started(SAGA, RESERVED, AUTHORIZED, SOON)) {
            Behaviours.Held held = new Behaviours.Held();
            namespace.shop.on("soon", held);
            SagaHandle<String> handle = start(namespace, SAGA);
            held.awaitBegun();
            stub(namespace, "Relay/1/soon").terminate("by force");
            held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(namespace.shop.effects()).doesNotContain("undo authorized", "undo reserved");
        }
    }

    @Test
    void aLinkThatDoesNotBeginInTimeIsEndedSoThatItsIdIsFree() {
        try (OwnNamespace namespace = started(SAGA, RESERVED, AUTHORIZED)) {
            SagaHandle<String> handle = start(namespace, SAGA);
            OwnNamespace.await("the link", () -> handle.status().steps().get(2).waitingFor() != null);
            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.DONE, StepState.PENDING);
            assertThat(handle.status().steps().get(2).waitingFor()).isEqualTo("a worker of queue of soon");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("Relay/1/soon has not begun within PT3S");
            assertThat(namespace.shop.effects()).endsWith("undo authorized", "undo reserved");
            assertThat(stub(namespace, "Relay/1/soon").describe().getStatus())
                    .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED);

            addWorker(namespace, SAGA, SOON);
            assertThat(start(namespace, SAGA).result()).startsWith("done");
            assertThat(namespace.shop.callsOf("soon")).hasSize(1);
        }
    }

    @Test
    void aCancelOfALinkThatHasNotBegunKeepsItFromBeginning() {
        StepShape later = Relay.step("later").build();
        SagaShape saga = Relay.saga(RESERVED, later);
        try (OwnNamespace namespace = started(saga, RESERVED)) {
            SagaHandle<String> handle = start(namespace, saga);
            OwnNamespace.await("the hand-over", () -> Relay.isThere(namespace.client, "Relay/1/later"));
            stub(namespace, "Relay/1/later").cancel("by mistake");
            addWorker(namespace, saga, later);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(namespace.shop.effects()).containsExactly("reserved", "undo reserved");
        }
    }

    @Test
    void aPhoneTagCostsTwentyEventsALinkThatWaitsElevenTheLastAndATimerWhereTheNextMustBegin() {
        try (OwnNamespace namespace = started(SAGA, RESERVED, AUTHORIZED, SOON)) {
            assertThat(start(namespace, SAGA).result()).startsWith("done");

            assertThat(events(namespace)).containsExactly(20 + 1, 20 + 1, 11);
        }
    }

    @Test
    void aTimeTravelCostsTwentyEventsALinkThatWaitsAndElevenTheLast() {
        try (OwnNamespace namespace = started(Relay.Pattern.TIME_TRAVEL, SAGA, RESERVED, AUTHORIZED, SOON)) {
            assertThat(start(namespace, SAGA).result()).startsWith("done");

            assertThat(events(namespace)).containsExactly(20, 20, 11);
        }
    }

    @Test
    void anAnthologyCostsSixteenEventsALinkThatHandsOnAndElevenTheLast() {
        try (OwnNamespace namespace = started(Relay.Pattern.ANTHOLOGY, SAGA, RESERVED, AUTHORIZED, SOON)) {
            SagaHandle<String> handle =
                    Relay.client(SAGA).answersNobody().on(namespace.client).start("1", "x");
            OwnNamespace.await("the end", () -> handle.status().state() == SagaState.COMPLETED);

            assertThat(events(namespace)).containsExactly(16, 16, 11);
        }
    }

    @Test
    void aHorrorStoryWhoseLinkDoesNotBeginInTimeIsUndone() {
        try (OwnNamespace namespace = started(Relay.Pattern.HORROR_STORY, SAGA, RESERVED, AUTHORIZED)) {
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, start(namespace, SAGA)::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasMessageContaining("Relay/1/soon has not begun within PT3S");
            assertThat(namespace.shop.effects())
                    .containsExactlyInAnyOrder("reserved", "authorized", "undo reserved", "undo authorized");
        }
    }

    @Test
    void aHorrorStoryCostsItsMessages() {
        try (OwnNamespace namespace = started(Relay.Pattern.HORROR_STORY, SAGA, RESERVED, AUTHORIZED, SOON)) {
            assertThat(start(namespace, SAGA).result()).isEqualTo("soon");
            OwnNamespace.await(
                    "the final word",
                    () -> stub(namespace, "Relay/1/soon").describe().getStatus()
                            == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED);

            // How many turns the messages share depends on the clock.
            assertThat(events(namespace))
                    .allSatisfy(events -> assertThat(events).isBetween(20, 80));
        }
    }

    @Test
    void theLinkWhoseUndoFailedIsFoundByOneFilterAndSettledByOneCommand() {
        try (OwnNamespace namespace = registered()) {
            start(Relay.Pattern.PHONE_TAG, namespace, SAGA, RESERVED, AUTHORIZED, SOON);
            namespace.shop.refuse("soon");
            namespace.shop.on("undo authorized", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(namespace, SAGA);
            awaitFound(namespace, "COMPENSATION_FAILED", "Relay/1/authorized");
            awaitFound(namespace, "COMPENSATED", "Relay/1/soon");

            namespace.shop.mend("undo authorized");
            ManySagas.Report report = ManySagas.on(namespace.client).each("ann", "mended", SagaOperator::retryAll);

            assertThat(report).isEqualTo(new ManySagas.Report(1, 1, List.of()));
            OwnNamespace.await("the end", () -> handle.status().state() == SagaState.COMPENSATED);
            awaitFound(namespace, "COMPENSATED", "Relay/1", "Relay/1/authorized", "Relay/1/soon");
            awaitFound(namespace, "COMPENSATION_FAILED");
        }
    }

    @Test
    void theLinkWhereAChainHasStoppedIsFoundByOneFilter() {
        SagaShape saga = Relay.saga(
                Relay.eventual("reserved"),
                StepShape.compensatable("sorted")
                        .call(CallShape.on(Relay.queue("sorted")).unlimited())
                        .onUnknown(OnUnknown.ASK_AGAIN)
                        .refusedBy(NotServed.TYPE)
                        .build());
        try (OwnNamespace namespace = registered()) {
            start(
                    Relay.Pattern.ANTHOLOGY,
                    namespace,
                    saga,
                    saga.steps().get(0),
                    saga.steps().get(1));
            namespace.shop.refuse("sorted");
            SagaHandle<String> handle = Relay.client(saga, NotServed.TYPE)
                    .answersNobody()
                    .on(namespace.client)
                    .start("1", "x");
            awaitFound(namespace, "NEEDS_ATTENTION", "Relay/1/sorted");

            handle.operator("ann", "sorted by hand").confirmDone("sorted", "by hand");

            OwnNamespace.await("the end", () -> handle.status().state() == SagaState.COMPLETED);
            awaitFound(namespace, "NEEDS_ATTENTION");
            awaitFound(namespace, "COMPLETED", "Relay/1/sorted");
        }
    }

    @Test
    void aLinkThatEscalatesIsFoundByOneFilter() {
        StepShape asked = Relay.step("asked").onUnknown(OnUnknown.ESCALATE).build();
        SagaShape saga = Relay.saga(RESERVED, asked);
        try (OwnNamespace namespace = registered()) {
            start(Relay.Pattern.PHONE_TAG, namespace, saga, RESERVED, asked);
            namespace.shop.on("asked", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(namespace, saga);
            awaitFound(namespace, "ESCALATED", "Relay/1/asked");

            namespace.shop.mend("asked");
            handle.operator("ann", "mended").retry("asked");

            assertThat(handle.result()).startsWith("done");
            awaitFound(namespace, "ESCALATED");
        }
    }

    @Test
    void theSearchAttributeCostsAChainNothingWhileAllIsWell() {
        try (OwnNamespace namespace = registered()) {
            start(Relay.Pattern.PHONE_TAG, namespace, SAGA, RESERVED, AUTHORIZED, SOON);

            assertThat(start(namespace, SAGA).result()).startsWith("done");

            assertThat(events(namespace)).containsExactly(20 + 1, 20 + 1, 11);
            awaitFound(namespace, "OK", "Relay/1", "Relay/1/authorized", "Relay/1/soon");
        }
    }

    private static OwnNamespace registered() {
        OwnNamespace namespace = new OwnNamespace();
        Skald.registerSagaState(namespace.client);
        return namespace;
    }

    /** Waits until visibility finds just those workflows in that state. */
    private static void awaitFound(OwnNamespace namespace, String state, String... workflowIds) {
        OwnNamespace.await(
                state + " of " + List.of(workflowIds),
                () -> namespace.idsOf("SagaState = '%s'".formatted(state)).equals(List.of(workflowIds)));
    }

    private static List<Integer> events(OwnNamespace namespace) {
        return List.of("Relay/1", "Relay/1/authorized", "Relay/1/soon").stream()
                .map(id -> namespace.client.fetchHistory(id).getEvents().size())
                .toList();
    }

    private static OwnNamespace started(SagaShape saga, StepShape... steps) {
        return started(Relay.Pattern.PHONE_TAG, saga, steps);
    }

    private static OwnNamespace started(Relay.Pattern pattern, SagaShape saga, StepShape... steps) {
        OwnNamespace namespace = new OwnNamespace();
        start(pattern, namespace, saga, steps);
        return namespace;
    }

    private static void start(Relay.Pattern pattern, OwnNamespace namespace, SagaShape saga, StepShape... steps) {
        for (StepShape step : steps) {
            Relay.register(namespace.workers, namespace.shop, pattern, saga, step);
        }
        namespace.workers.start();
    }

    private static void addWorker(OwnNamespace namespace, SagaShape saga, StepShape step) {
        WorkerFactory more = WorkerFactory.newInstance(namespace.client, Sagas.workerOptions());
        Relay.register(more, namespace.shop, Relay.Pattern.PHONE_TAG, saga, step);
        more.start();
    }

    private static SagaHandle<String> start(OwnNamespace namespace, SagaShape saga) {
        return Relay.on(namespace.client, saga, NotServed.TYPE).start("1", "x");
    }

    private static WorkflowStub stub(OwnNamespace namespace, String workflowId) {
        return namespace.client.newUntypedWorkflowStub(workflowId);
    }
}
