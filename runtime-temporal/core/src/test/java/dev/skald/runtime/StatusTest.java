package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be seen of a saga from outside. */
final class StatusTest {

    @Test
    void itNamesTheMomentTheAttemptTheLastErrorAndWhoIsWaitedFor() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("authorize", Behaviours.broken());
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());
            sagas.await(
                    "a second attempt",
                    () -> sagas.shop.callsOf("authorization").size() > 1);
            sagas.await("its failure", () -> handle.status().steps().get(1).lastError() != null);

            SagaStatus status = handle.status();

            assertThat(status.moment()).isEqualTo("CHECKING_PAYMENT");
            assertThat(status.state()).isEqualTo(SagaState.RUNNING);
            StepStatus authorization = status.steps().get(1);
            assertThat(authorization.state()).isEqualTo(StepState.RUNNING);
            assertThat(authorization.attempt()).isGreaterThan(1);
            assertThat(authorization.lastError()).contains("database is down");
            assertThat(authorization.waitingFor()).contains("billing");
            assertThat(status.stillToUndo()).containsExactly("reservation");
        }
    }

    @Test
    void theWebInterfaceShowsATableOfSteps() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("book", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());
            sagas.failureInBackground(handle).join();

            WorkflowMetadata metadata =
                    sagas.workflow(handle).query("__temporal_workflow_metadata", WorkflowMetadata.class);

            assertThat(metadata.getCurrentDetails())
                    .startsWith("**COMPENSATED**, because of com.acme.orders.NotServed\n")
                    .contains("| step | state | last error |")
                    .containsPattern("\\| reservation\\h+\\| COMPENSATED\\h+\\|  \\|")
                    .contains("undone: authorization, reservation");
        }
    }

    @Test
    void theWebInterfaceShowsAMomentByItsLabel() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(Trial.step("one").moment(Rigid.DREAMING).build())
                .states(Rigid.values())
                .build();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.registerSaga(factory, shape))) {
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.await("the moment", () -> handle.status().moment() != null);

            WorkflowMetadata metadata =
                    sagas.workflow(handle).query("__temporal_workflow_metadata", WorkflowMetadata.class);

            assertThat(metadata.getCurrentDetails()).startsWith("**RUNNING**, er träumt \\<noch\\>\n");
        }
    }

    @Test
    void aMoveThatTheDefinitionForbidsIsMadeAllTheSame() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(Trial.step("one").moment(Rigid.DREAMING).build())
                .states(Rigid.values())
                .build();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            assertThat(Trial.client(sagas).execute("1", "x")).isEqualTo("done x");
        }
    }

    @Test
    void whatWaitsForAWorkerSaysSo() {
        SagaShape shape =
                SagaShape.of("test.Trial", 1).steps(Trial.step("one").build()).build();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.registerSaga(factory, shape))) {
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            sagas.await(
                    "a call",
                    () -> !handle.status().steps().isEmpty()
                            && handle.status().steps().get(0).activityId() != null);

            assertThat(handle.status().steps().get(0).waitingFor()).isEqualTo("a worker of participant");
            assertThat(handle.result(Duration.ofMillis(200))).isInstanceOf(Outcome.Pending.class);
        }
    }

    private enum Rigid implements State {
        RUNNING,
        DREAMING,
        COMPLETED;

        @Override
        public String label() {
            return this == DREAMING ? "er träumt <noch>" : name();
        }

        @Override
        public Set<Rigid> successors() {
            return EnumSet.noneOf(Rigid.class);
        }
    }
}
