package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.CardDeclined;
import com.acme.orders.Confirmation;
import com.acme.orders.Order;
import com.acme.orders.PlaceOrderFailed;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.TerminatedFailure;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows when a saga is started with an id that is held. */
final class StartedAgainTest {

    private final Sagas sagas = Sagas.started();

    @AfterEach
    void close() {
        sagas.close();
    }

    @Test
    void equalInputAttachesToTheRunningAndToTheCompletedSaga() {
        Behaviours.Held held = new Behaviours.Held();
        sagas.shop.on("book", held);
        Order order = Sagas.order();
        SagaHandle<Confirmation> first = sagas.client.start(order);
        held.awaitBegun();
        SagaHandle<Confirmation> second = sagas.client.start(Sagas.order(order.orderId()));
        held.free();

        assertThat(second.result()).isEqualTo(first.result());
        assertThat(sagas.client.execute(order)).isEqualTo(first.result());
        assertThat(sagas.shop.effects()).containsExactly("reserve", "authorize", "book", "capture", "sendReceipt");
        assertThat(sagas.client.handle(order.orderId().toString()).result()).isEqualTo(first.result());
    }

    @Test
    void otherInputIsAnError() {
        Order order = Sagas.order();
        sagas.client.execute(order);
        Order dearer = new Order(order.orderId(), "customer-1", "sku-1", 2, new BigDecimal("99.00"));

        assertThatThrownBy(() -> sagas.client.start(dearer))
                .isInstanceOf(SagaIdInUse.class)
                .hasMessageContaining("PlaceOrder/" + order.orderId())
                .hasMessageContaining("other input");
    }

    @Test
    void aWorkflowOfAnotherTypeIsAnErrorThatNamesBoth() {
        UUID id = UUID.randomUUID();
        sagas.temporal
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "com.acme.Cleanup",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("PlaceOrder/" + id)
                                .setTaskQueue("elsewhere")
                                .build())
                .start("x");

        assertThatThrownBy(() -> sagas.client.start(Sagas.order(id)))
                .isInstanceOf(SagaIdInUse.class)
                .hasMessageContaining("com.acme.orders.PlaceOrder.v1")
                .hasMessageContaining("com.acme.Cleanup");
    }

    @Test
    void afterACompensatedSagaTheSameIdIsANewSagaWithNewKeys() {
        sagas.shop.on("authorize", Behaviours.failing(() -> new CardDeclined("limit")));
        Order order = Sagas.order();
        SagaHandle<Confirmation> first = sagas.client.start(order);
        assertThatThrownBy(first::result).isInstanceOf(PlaceOrderFailed.class);
        String firstSaga = first.status().sagaId();
        sagas.shop.mend("authorize");

        SagaHandle<Confirmation> second = sagas.client.start(order);

        assertThat(second.result().orderId()).isEqualTo(order.orderId());
        assertThat(second.status().sagaId()).isNotEqualTo(firstSaga);
        assertThat(sagas.shop.callsOf("reservation"))
                .extracting(SagaCall::sagaId)
                .containsExactly(firstSaga, firstSaga, second.status().sagaId());
        assertThatThrownBy(first::result).isInstanceOf(PlaceOrderFailed.class);
    }

    @Test
    void whoWaitsForATerminatedSagaIsToldSo() {
        Behaviours.Held held = new Behaviours.Held();
        sagas.shop.on("book", held);
        SagaHandle<Confirmation> handle = sagas.client.start(Sagas.order());
        held.awaitBegun();
        sagas.workflow(handle).terminate("by mistake");

        PlaceOrderFailed failed = catchThrowableOfType(PlaceOrderFailed.class, handle::result);

        assertThat(failed.outcome()).isEqualTo(SagaState.RUNNING);
        assertThat(failed).rootCause().isInstanceOf(TerminatedFailure.class);
        held.free();
    }
}
