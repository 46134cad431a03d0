package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import org.junit.jupiter.api.Test;

/** Phone Tag, where the definition of a link's step wants to know what became of it before anything is undone. */
final class EscalatedLinkTest {

    private static final StepShape RESERVED = Relay.step("reserved").build();
    private static final StepShape AUTHORIZED = asking("authorized");
    private static final StepShape SHIPPED = Relay.step("shipped").build();
    private static final SagaShape SAGA = Relay.saga(RESERVED, AUTHORIZED, SHIPPED);

    private static StepShape asking(String name) {
        return Relay.step(name)
                .onUnknown(OnUnknown.ESCALATE)
                .refusedBy(NotServed.TYPE)
                .build();
    }

    @Test
    void theCallerIsToldTheAdminIsNotifiedAndTheChainHealsItself() {
        try (Sagas sagas = started(SAGA)) {
            sagas.shop.on("authorized", Behaviours.brokenForGood());
            SagaHandle<String> handle = start(sagas, SAGA);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.ESCALATED);
            assertThat(failed).cause().hasMessageContaining("account is closed");
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.NEEDS_ATTENTION, StepState.PENDING);
            assertThat(handle.status().state()).isEqualTo(SagaState.ESCALATED);
            assertThat(handle.status().notified()).extracting(Notified::step).containsExactly("authorized");
            assertThat(sagas.shop.effects()).containsExactly("reserved");
            sagas.shop.mend("authorized");
            sagas.skipToState(handle, SagaState.COMPLETED);

            assertThat(handle.result()).isEqualTo("done xreservedauthorizedshipped");
            replay(sagas, SAGA);
        }
    }

    @Test
    void aRefusalThatComesLateUndoesWhatIsAbove() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = escalated(sagas, SAGA, "authorized");
            sagas.shop.refuse("authorized");

            sagas.skipToState(handle, SagaState.COMPENSATED);

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.REFUSED, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "undo reserved");
            replay(sagas, SAGA);
        }
    }

    @Test
    void anOperatorWhoKnowsThatItWasNotDoneHasTheRestUndone() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = escalated(sagas, SAGA, "authorized");

            handle.operator("ann", "the bank knows nothing of it").confirmNotDone("authorized");
            sagas.awaitState(handle, SagaState.COMPENSATED);

            assertThat(sagas.shop.effects()).containsExactly("reserved", "undo reserved");
            assertThat(catchThrowableOfType(SagaFailed.class, handle::result))
                    .cause()
                    .hasMessageContaining("confirmNotDone by ann: the bank knows nothing of it");
        }
    }

    @Test
    void aCancelTakesEffectOnceItIsKnownWhetherTheStepWasDone() {
        try (Sagas sagas = started(SAGA)) {
            SagaHandle<String> handle = escalated(sagas, SAGA, "authorized");

            handle.cancel("the customer left");
            assertThat(handle.status().state()).isEqualTo(SagaState.ESCALATED);
            handle.operator("ann", "it is in the books").confirmDone("authorized", "A-1");

            sagas.skipToState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "undo authorized", "undo reserved");
            replay(sagas, SAGA);
        }
    }

    @Test
    void theFirstLinkEscalatesBeforeAnybodyElseHasBegun() {
        SagaShape saga = Relay.saga(asking("reserved"), SHIPPED);
        try (Sagas sagas = started(saga)) {
            SagaHandle<String> handle = escalated(sagas, saga, "reserved");
            assertThat(Relay.isThere(sagas.patient, "Relay/1/shipped")).isFalse();
            sagas.shop.mend("reserved");

            sagas.skipToState(handle, SagaState.COMPLETED);

            assertThat(sagas.shop.effects()).containsExactly("reserved", "shipped");
            replay(sagas, saga);
        }
    }

    private static SagaHandle<String> escalated(Sagas sagas, SagaShape saga, String step) {
        sagas.shop.on(step, Behaviours.brokenForGood());
        SagaHandle<String> handle = start(sagas, saga);
        sagas.awaitState(handle, SagaState.ESCALATED);
        return handle;
    }

    private static Sagas started(SagaShape saga) {
        return Relay.started(Relay.Pattern.PHONE_TAG, saga);
    }

    /** By a client whose waiting lets no time pass. */
    private static SagaHandle<String> start(Sagas sagas, SagaShape saga) {
        return Relay.on(sagas.patient, saga, NotServed.TYPE).start("1", "x");
    }

    private static void replay(Sagas sagas, SagaShape saga) {
        Relay.replay(sagas, Relay.Pattern.PHONE_TAG, saga);
    }
}
