package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import com.acme.orders.OutOfStock;
import org.junit.jupiter.api.Test;

/** Phone Tag: each link does its step and waits for the next one; a refusal travels up, and each undoes its own. */
final class PhoneTagTest {

    private static final StepShape RESERVED =
            Relay.step("reserved").refusedBy(OutOfStock.TYPE).build();
    private static final StepShape AUTHORIZED = Relay.step("authorized").build();
    private static final StepShape SHIPPED =
            Relay.step("shipped").refusedBy(NotServed.TYPE).build();
    private static final SagaShape SAGA = Relay.saga(RESERVED, AUTHORIZED, SHIPPED);

    @Test
    void theCallerGetsWhatTheLastLinkReturns() {
        try (Sagas sagas = Relay.started(Relay.Pattern.PHONE_TAG, SAGA)) {
            SagaHandle<String> handle = Relay.start(sagas, SAGA);

            assertThat(handle.result()).isEqualTo("done xreservedauthorizedshipped");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized", "shipped");
            assertThat(sagas.shop.callsOf("shipped"))
                    .extracting(SagaCall::sagaId)
                    .containsExactlyElementsOf(sagas.shop.callsOf("reserved").stream()
                            .map(SagaCall::sagaId)
                            .toList());
        }
    }

    @Test
    void aRefusalIsUndoneUpTheChainAndThenToldToTheCaller() {
        try (Sagas sagas = Relay.started(Relay.Pattern.PHONE_TAG, SAGA)) {
            sagas.shop.on("shipped", Behaviours.failing(() -> new NotServed("Antarctica")));
            SagaHandle<String> handle = Relay.start(sagas, SAGA, NotServed.TYPE);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed)
                    .cause()
                    .isInstanceOfSatisfying(
                            NotServed.class, why -> assertThat(why).hasMessageContaining("Antarctica"));
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.COMPENSATED, StepState.REFUSED);
            assertThat(sagas.shop.effects())
                    .containsExactly("reserved", "authorized", "undo authorized", "undo reserved");
        }
    }
}
