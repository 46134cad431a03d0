package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.orders.NotServed;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.TypeAlreadyRegisteredException;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The admin is told what is stuck, in the application's own way, and until it has worked. */
final class AdminNotifierTest {

    private static final SagaShape SHAPE = SagaShape.of("test.Trial", 1)
            .steps(
                    Trial.step("one").build(),
                    Trial.step("two").refusedBy(NotServed.TYPE).build())
            .build();

    private final List<AdminNotice> notices = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void theNoticeSaysWhatIsStuckWhyAndWhatMayBeDone() {
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            SagaHandle<String> handle = stuck(temporal, notices::add);

            OwnNamespace.await("a notice", () -> !notices.isEmpty());

            AdminNotice notice = notices.get(0);
            assertThat(notice.workflowId()).isEqualTo(handle.workflowId()).isEqualTo("Trial/1");
            assertThat(notice.state()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(notice.step()).isEqualTo("one");
            assertThat(notice.phase()).isEqualTo(SagaCall.Phase.UNDO);
            assertThat(notice.verbs()).containsExactly("retry", "confirmDone", "skip", "abandon");
            assertThat(notice.inWords())
                    .isEqualTo("Trial/1 is COMPENSATION_FAILED: the undo of step one is stuck"
                            + " (AccountClosed: account is closed); possible: retry, confirmDone, skip, abandon");
            assertThat(handle.status().notified()).hasSize(1);
        }
    }

    @Test
    void aNotifierThatFailsIsTriedAgain() {
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            stuck(temporal, notice -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("the pager is down");
                }
                notices.add(notice);
            });

            OwnNamespace.await("a notice", () -> !notices.isEmpty());

            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void aNotifierOfTheFactoryIsNotLostToTheDefaultOfItsClient() {
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            WorkflowClient client = client(temporal, null);
            start(
                    client,
                    Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder(), notices::add)
                            .build());

            OwnNamespace.await("a notice", () -> !notices.isEmpty());
        }
    }

    @Test
    void aNotifierOfTheClientServesAFactoryThatNamesNone() {
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            WorkflowClient client = client(temporal, notices::add);
            start(client, Sagas.workerOptions());

            OwnNamespace.await("a notice", () -> !notices.isEmpty());
        }
    }

    @Test
    void twoNotifiersForOneWorkerAreAMistakeThatIsTold() {
        try (TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance()) {
            WorkflowClient client = client(temporal, notices::add);
            WorkerFactoryOptions another = Skald.workerFactoryOptions(
                            WorkerFactoryOptions.newBuilder(), notice -> attempts.incrementAndGet())
                    .build();

            assertThatThrownBy(() -> start(client, another)).isInstanceOf(TypeAlreadyRegisteredException.class);
        }
    }

    private SagaHandle<String> stuck(TestWorkflowEnvironment temporal, AdminNotifier notifier) {
        return start(
                temporal.getWorkflowClient(),
                Skald.workerFactoryOptions(WorkerFactoryOptions.newBuilder(), notifier)
                        .build());
    }

    private static SagaHandle<String> start(WorkflowClient client, WorkerFactoryOptions options) {
        Shop shop = new Shop();
        shop.on("two", Behaviours.failing(() -> new NotServed("Antarctica")));
        shop.on("undo one", Behaviours.brokenForGood());
        WorkerFactory factory = WorkerFactory.newInstance(client, options);
        Trial.register(factory, shop, SHAPE);
        factory.start();
        return Trial.client(client).start("1", "x");
    }

    private static WorkflowClient client(TestWorkflowEnvironment temporal, @Nullable AdminNotifier notifier) {
        return WorkflowClient.newInstance(
                temporal.getWorkflowServiceStubs(),
                Skald.clientOptions(WorkflowClientOptions.newBuilder().setNamespace(temporal.getNamespace()), notifier)
                        .build());
    }
}
