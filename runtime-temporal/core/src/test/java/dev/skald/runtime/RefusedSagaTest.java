package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.CardDeclined;
import com.acme.orders.Confirmation;
import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import com.acme.orders.PlaceOrderFailed;
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
                        org.assertj.core.groups.Tuple.tuple("reservation", StepState.COMPENSATED),
                        org.assertj.core.groups.Tuple.tuple("authorization", StepState.COMPENSATED),
                        org.assertj.core.groups.Tuple.tuple("shipment", StepState.REFUSED),
                        org.assertj.core.groups.Tuple.tuple("capture", StepState.PENDING),
                        org.assertj.core.groups.Tuple.tuple("sendReceipt", StepState.PENDING));
        assertThat(handle.status().undone()).containsExactly("authorization", "reservation");
        assertThat(handle.status().stillToUndo()).isEmpty();
        sagas.replay(handle);
    }
}
