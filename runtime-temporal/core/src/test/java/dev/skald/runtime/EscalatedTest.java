package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows an outcome that nobody knows where the definition wants to know before anything is undone. */
final class EscalatedTest {

    private static final SagaShape SHAPE = SagaShape.of("test.Trial", 1)
            .deadline(Duration.ofDays(30))
            .steps(
                    Trial.step("one").build(),
                    Trial.step("two")
                            .onUnknown(OnUnknown.ESCALATE)
                            .refusedBy(NotServed.TYPE)
                            .build())
            .build();

    @Test
    void theCallerIsToldTheAdminIsNotifiedAndTheSagaHealsItself() {
        try (Sagas sagas = trial(SHAPE)) {
            sagas.shop.on("two", Behaviours.brokenForGood());
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.ESCALATED);
            assertThat(failed).cause().hasMessageContaining("account is closed");
            assertThat(handle.status().notified()).hasSize(1);
            assertThat(sagas.shop.effects()).containsExactly("one");
            sagas.shop.mend("two");
            sagas.skipToState(handle, SagaState.COMPLETED);
            assertThat(handle.result()).isEqualTo("done x");
            Trial.replay(sagas, handle, SHAPE);
        }
    }

    @Test
    void aRefusalThatComesLateUndoesWhatCameBefore() {
        try (Sagas sagas = trial(SHAPE)) {
            SagaHandle<String> handle = escalated(sagas);
            sagas.shop.on("two", Behaviours.failing(() -> new NotServed("Antarctica")));

            sagas.skipToState(handle, SagaState.COMPENSATED);

            assertThat(sagas.shop.effects()).containsExactly("one", "undo one");
            assertThat(catchThrowableOfType(SagaFailed.class, handle::result))
                    .cause()
                    .isInstanceOf(NotServed.class);
            Trial.replay(sagas, handle, SHAPE);
        }
    }

    @Test
    void anOperatorWhoKnowsThatItWasNotDoneHasTheRestUndone() {
        try (Sagas sagas = trial(SHAPE)) {
            SagaHandle<String> handle = escalated(sagas);

            handle.operator("ann", "the bank knows nothing of it").confirmNotDone("two");

            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("one", "undo one");
            assertThat(handle.status().steps().get(1).state()).isEqualTo(StepState.REFUSED);
            assertThat(catchThrowableOfType(SagaFailed.class, handle::result))
                    .cause()
                    .hasMessageContaining("confirmNotDone by ann: the bank knows nothing of it");
            Trial.replay(sagas, handle, SHAPE);
        }
    }

    @Test
    void aCancelTakesEffectOnceItIsKnownWhetherTheStepWasDone() {
        try (Sagas sagas = trial(SHAPE)) {
            SagaHandle<String> handle = escalated(sagas);

            handle.cancel("the customer left");
            assertThat(handle.status().state()).isEqualTo(SagaState.ESCALATED);
            handle.operator("ann", "it is in the books").confirmDone("two", "A-1");

            sagas.awaitState(handle, SagaState.COMPENSATED);
            assertThat(sagas.shop.effects()).containsExactly("one", "undo two", "undo one");
            Trial.replay(sagas, handle, SHAPE);
        }
    }

    @Test
    void aPivotThatIsNotAnsweredByItsDeadlineEscalates() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(StepShape.pivot("go")
                        .call(Trial.call().timeout(Duration.ofSeconds(10)).limit(Duration.ofMinutes(2)))
                        .build())
                .build();
        try (Sagas sagas = trial(shape)) {
            sagas.shop.on("go", Behaviours.broken());
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");

            sagas.skipToState(handle, SagaState.ESCALATED);
            sagas.shop.mend("go");

            sagas.skipToState(handle, SagaState.COMPLETED);
            Trial.replay(sagas, handle, shape);
        }
    }

    @Test
    void aCancelAfterThePivotIsRefusedAndChangesNothing() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(StepShape.pivot("go").call(Trial.call()).build())
                .build();
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("go", held);
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            held.awaitBegun();

            assertThatThrownBy(() -> handle.cancel("too late"))
                    .isInstanceOf(SagaRequestRejected.class)
                    .hasMessage("the saga cannot be cancelled: it is past its pivot");
            held.free();

            assertThat(handle.result()).isEqualTo("done x");
        }
    }

    @Test
    void aCancelDuringCompensationIsRefused() {
        try (Sagas sagas = trial(SHAPE)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("two", Behaviours.failing(() -> new NotServed("Antarctica")));
            sagas.shop.on("undo one", held);
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            held.awaitBegun();

            assertThatThrownBy(() -> handle.cancel("now"))
                    .isInstanceOf(SagaRequestRejected.class)
                    .hasMessageContaining("what was done is being undone");
            held.free();

            sagas.awaitState(handle, SagaState.COMPENSATED);
        }
    }

    @Test
    void aCancelledSagaClosesAsFailedAndTellsWhy() {
        SagaShape shape = SagaShape.of("test.Trial", 1)
                .steps(Trial.step("one").build(), Trial.step("two").build())
                .build();
        try (Sagas sagas = trial(shape)) {
            Behaviours.Held held = new Behaviours.Held();
            sagas.shop.on("two", held);
            SagaHandle<String> handle = Trial.client(sagas.patient).start("1", "x");
            held.awaitBegun();

            handle.cancel("the customer left");
            held.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);
            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).cause().hasMessageContaining("cancelled: the customer left");
            assertThat(sagas.shop.effects()).containsExactly("one", "two", "undo two", "undo one");
            Trial.replay(sagas, handle, shape);
        }
    }

    private static SagaHandle<String> escalated(Sagas sagas) {
        sagas.shop.on("two", Behaviours.brokenForGood());
        SagaHandle<String> handle = Trial.client(sagas.patient, NotServed.TYPE).start("1", "x");
        sagas.awaitState(handle, SagaState.ESCALATED);
        return handle;
    }

    private static Sagas trial(SagaShape shape) {
        return Sagas.started((factory, shop) -> Trial.register(factory, shop, shape));
    }
}
