package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.CardDeclined;
import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.PlaceOrderClient;
import com.acme.orders.PlaceOrderFailed;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import org.junit.jupiter.api.Test;

/** What follows when an undo does not succeed: it is never lost and never counts as done. */
final class FailedUndoTest {

    @Test
    void theOtherUndosAreSentTheCallerIsToldAndTheSagaStaysOpen() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("book", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("voidAuthorization", Behaviours.broken());
            SagaHandle<Confirmation> handle = new PlaceOrderClient(sagas.patient).start(Sagas.order());

            sagas.skipToState(handle, SagaState.COMPENSATION_FAILED);

            PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class, cause -> assertThat(cause.region()).isEqualTo("Antarctica"));
            sagas.await("the other undo", () -> sagas.shop.effects().contains("release"));
            sagas.await("its confirmation", () -> !handle.status().undone().isEmpty());
            SagaStatus status = handle.status();
            assertThat(status.state()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(status.undone()).containsExactly("reservation");
            assertThat(status.stillToUndo()).containsExactly("authorization");
            assertThat(status.reason()).contains("NotServed");
            assertThat(status.steps().get(1).state()).isEqualTo(StepState.COMPENSATION_FAILED);
            assertThat(status.steps().get(1).lastError()).contains("database is down");
            assertThat(sagas.shop.callsOf("authorization")).hasSize(11);
            assertThat(sagas.workflow(handle).describe().getStatus())
                    .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
            sagas.replay(handle);
        }
    }

    @Test
    void whoStartsAStuckSagaAgainIsToldTheSame() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("authorize", Behaviours.failing(() -> new CardDeclined("limit")));
            sagas.shop.on("release", Behaviours.brokenForGood());
            var order = Sagas.order();
            sagas.awaitState(sagas.client.start(order), SagaState.COMPENSATION_FAILED);

            PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, () -> sagas.client.execute(order));

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(failed).cause().isInstanceOf(CardDeclined.class);
        }
    }

    @Test
    void aDeclaredErrorInAnUndoIsAFailedUndo() {
        try (Sagas sagas = Sagas.started()) {
            sagas.shop.on("book", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("voidAuthorization", Behaviours.failing(() -> new CardDeclined("too late")));
            SagaHandle<Confirmation> handle = new PlaceOrderClient(sagas.patient).start(Sagas.order());

            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            sagas.await("the other undo", () -> handle.status().undone().contains("reservation"));

            assertThat(handle.status().steps().get(1).state()).isEqualTo(StepState.COMPENSATION_FAILED);
        }
    }

    @Test
    void whereTheDefinitionSaysPauseTheOtherUndosWait() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        Trial.step("two").pauseOnExhausted().build(),
                        Trial.step("three").refusedBy(NotServed.TYPE).build())
                .build();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo two", Behaviours.brokenForGood());
            SagaHandle<String> handle =
                    Trial.client(sagas.patient, NotServed.TYPE).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(sagas.shop.effects()).containsExactly("one", "two");
            assertThat(handle.status().stillToUndo()).containsExactly("two", "one");
            assertThat(handle.status().undone()).isEmpty();
        }
    }

    @Test
    void aStepWithoutAnUndoIsStuckAtOnceWithTheReasonInTheDefinition() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        StepShape.compensatable("two")
                                .call(Trial.call())
                                .noUndo("the parcel is gone")
                                .build(),
                        Trial.step("three").refusedBy(NotServed.TYPE).build())
                .build();
        try (Sagas sagas = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            sagas.shop.on("three", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle =
                    Trial.client(sagas.patient, NotServed.TYPE).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATION_FAILED);
            assertThat(handle.status().steps().get(1).lastError()).contains("the parcel is gone");
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "undo one");
        }
    }
}
