package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.acme.orders.CardDeclined;
import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import com.acme.orders.PlaceOrderFailed;
import io.temporal.api.enums.v1.ApplicationErrorCategory;
import io.temporal.api.failure.v1.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows when a participant refuses. */
final class RefusedSagaTest {

    private final Sagas sagas = Sagas.started();

    @AfterEach
    void close() {
        sagas.close();
    }

    @Test
    void aRefusalOfTheFirstStepLeavesNothingToUndo() {
        sagas.shop.on("reserve", Behaviours.failing(() -> new OutOfStock("sku-1")));
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

        PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

        assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
        assertThat(failed)
                .cause()
                .isInstanceOfSatisfying(
                        OutOfStock.class, cause -> assertThat(cause.sku()).isEqualTo("sku-1"));
        assertThat(sagas.shop.effects()).isEmpty();
        sagas.replay(handle);
    }

    @Test
    void aRefusalInTheMiddleUndoesWhatCameBefore() {
        sagas.shop.on("authorize", Behaviours.failing(() -> new CardDeclined("limit")));
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

        PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

        assertThat(failed).cause().isInstanceOf(CardDeclined.class);
        assertThat(sagas.shop.effects()).containsExactly("reserve", "release");
        sagas.replay(handle);
    }

    @Test
    void theLastCompletedStepIsUndoneFirst() {
        sagas.shop.on("book", Behaviours.failing(() -> new NotServed("Antarctica")));
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());

        PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

        assertThat(sagas.shop.effects()).containsExactly("reserve", "authorize", "voidAuthorization", "release");
        assertThat(failed)
                .cause()
                .isInstanceOfSatisfying(
                        NotServed.class, cause -> assertThat(cause.region()).isEqualTo("Antarctica"));
        assertThat(failed.steps())
                .extracting(StepStatus::name, StepStatus::state)
                .containsExactly(
                        tuple("reservation", StepState.COMPENSATED),
                        tuple("authorization", StepState.COMPENSATED),
                        tuple("shipment", StepState.REFUSED),
                        tuple("capture", StepState.PENDING),
                        tuple("sendReceipt", StepState.PENDING));
        assertThat(handle.status().undone()).containsExactly("authorization", "reservation");
        assertThat(handle.status().stillToUndo()).isEmpty();
        sagas.replay(handle);
    }

    @Test
    void aCompensatedRefusalFailsTheWorkflowWithATypedFailureThatWakesNobody() {
        sagas.shop.on("book", Behaviours.failing(() -> new NotServed("Antarctica")));
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());
        assertThatThrownBy(handle::result).isInstanceOf(PlaceOrderFailed.class);

        Failure failure = sagas.closingFailure(handle);

        assertThat(failure.getApplicationFailureInfo().getType()).isEqualTo("com.acme.orders.PlaceOrderFailed");
        assertThat(failure.getApplicationFailureInfo().getCategory())
                .isEqualTo(ApplicationErrorCategory.APPLICATION_ERROR_CATEGORY_BENIGN);
        assertThat(failure.getApplicationFailureInfo()
                        .getDetails()
                        .getPayloads(0)
                        .getData()
                        .toStringUtf8())
                .contains("COMPENSATED", "shipment", "REFUSED");
        assertThat(failure.getCause().getApplicationFailureInfo().getType()).isEqualTo("com.acme.orders.NotServed");
    }

    @Test
    void aPivotThatRefusesUndoesWhatCameBefore() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        StepShape.pivot("go")
                                .call(Trial.call())
                                .refusedBy(NotServed.TYPE)
                                .build(),
                        StepShape.retriable("tell").call(Trial.call()).build())
                .build();
        try (Sagas trial = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            trial.shop.on("go", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Trial.client(trial, NotServed.TYPE).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().isInstanceOf(NotServed.class);
            assertThat(trial.shop.effects()).containsExactly("one", "undo one");
        }
    }

    @Test
    void aReadonlyStepThatCannotBeLearntCountsAsRefused() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(
                        Trial.step("one").build(),
                        StepShape.readonly("look").call(Trial.call()).build())
                .build();
        try (Sagas trial = Sagas.started((factory, shop) -> Trial.register(factory, shop, shape))) {
            trial.shop.on("look", Behaviours.broken());
            SagaHandle<String> handle = Trial.client(trial).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.REFUSED);
            assertThat(failed).rootCause().hasMessageContaining("database is down");
            assertThat(trial.shop.effects()).containsExactly("one", "undo one");
        }
    }
}
