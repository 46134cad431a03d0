package dev.skald.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acme.orders.NotServed;
import dev.skald.runtime.Relay.Pattern;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain's first link that somebody cancels by Temporal's own cancel: it does as the saga's cancel does. */
final class CancelledFrontTest {

    private static final StepShape RESERVED = Relay.step("reserved").build();
    private static final StepShape AUTHORIZED = Relay.step("authorized").build();
    private static final StepShape SHIPPED = Relay.step("shipped").build();
    private static final SagaShape SAGA = Relay.saga(RESERVED, AUTHORIZED, SHIPPED);
    private static final SagaShape WITH_PIVOT =
            Relay.saga(RESERVED, Relay.pivot("captured").build());

    @Test
    void aPhoneTagIsUndoneBeforeThePivot() {
        assertThatAllIsUndone(Pattern.PHONE_TAG);
    }

    @Test
    void aHorrorStoryIsUndoneBeforeThePivot() {
        assertThatAllIsUndone(Pattern.HORROR_STORY);
    }

    private static void assertThatAllIsUndone(Pattern pattern) {
        try (Sagas sagas = Relay.started(pattern, SAGA)) {
            Behaviours.Held authorized = sagas.shop.hold("authorized");
            SagaHandle<String> handle = Relay.start(sagas, SAGA);
            authorized.awaitBegun();
            sagas.await("the step", () -> sagas.shop.effects().contains("reserved"));
            sagas.workflow(handle).cancel("changed my mind");
            sagas.await("the request", () -> Relay.isCancelRequested(sagas.patient, "authorized"));
            authorized.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasMessageContaining("cancelled");
            assertThat(sagas.shop.effects()).contains("undo authorized", "undo reserved");
            assertCancelled(sagas, handle);
            Relay.replay(sagas, pattern, SAGA);
        }
    }

    @Test
    void pastThePivotOfAPhoneTagOnlyTheCloseStatusChanges() {
        assertThatItIsCompleted(Pattern.PHONE_TAG);
    }

    @Test
    void pastThePivotOfAHorrorStoryOnlyTheCloseStatusChanges() {
        assertThatItIsCompleted(Pattern.HORROR_STORY);
    }

    private static void assertThatItIsCompleted(Pattern pattern) {
        try (Sagas sagas = Relay.started(pattern, WITH_PIVOT)) {
            Behaviours.Held captured = sagas.shop.hold("captured");
            SagaHandle<String> handle = Relay.start(sagas, WITH_PIVOT);
            captured.awaitBegun();
            sagas.workflow(handle).cancel("changed my mind");
            captured.free();

            assertThat(handle.result()).endsWith("captured");
            assertThat(sagas.shop.effects()).containsExactly("reserved", "captured");
            assertCancelled(sagas, handle);
            Relay.replay(sagas, pattern, WITH_PIVOT);
        }
    }

    @Test
    void whileItsOwnStepRunsNobodyElseBegins() {
        try (Sagas sagas = Relay.started(Pattern.PHONE_TAG, SAGA)) {
            Behaviours.Held reserved = sagas.shop.hold("reserved");
            SagaHandle<String> handle = Relay.start(sagas, SAGA);
            reserved.awaitBegun();
            sagas.workflow(handle).cancel("changed my mind");
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED);
            reserved.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.COMPENSATED, StepState.PENDING, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "undo reserved");
            assertThat(Relay.isThere(sagas.patient, "Relay/1/authorized")).isFalse();
            assertCancelled(sagas, handle);
            Relay.replay(sagas, Pattern.PHONE_TAG, SAGA);
        }
    }

    @Test
    void whileAnUndoBelowIsStuckItStaysOpenUntilThatIsSettled() {
        assertThatItWaitsForTheUndo(Pattern.PHONE_TAG);
    }

    @Test
    void whileAnUndoBelowIsStuckAHorrorStoryStaysOpenUntilThatIsSettled() {
        assertThatItWaitsForTheUndo(Pattern.HORROR_STORY);
    }

    private static void assertThatItWaitsForTheUndo(Pattern pattern) {
        SagaShape saga = Relay.saga(
                RESERVED,
                AUTHORIZED,
                Relay.step("shipped").refusedBy(NotServed.TYPE).build());
        try (Sagas sagas = Relay.started(pattern, saga)) {
            Behaviours.Refusing shipped = new Behaviours.Refusing();
            sagas.shop.on("shipped", shipped);
            sagas.shop.on("undo authorized", Behaviours.brokenForGood());
            SagaHandle<String> handle =
                    Relay.on(sagas.patient, saga, NotServed.TYPE).start("1", "x");
            sagas.await("the steps", () -> sagas.shop.effects().containsAll(List.of("reserved", "authorized")));
            shipped.held.free();
            sagas.awaitState(handle, SagaState.COMPENSATION_FAILED);
            sagas.workflow(handle).cancel("too late");
            sagas.awaitEvent(handle, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED);

            assertThat(handle.status().state()).isEqualTo(SagaState.COMPENSATION_FAILED);
            handle.operator("ann", "done by phone").confirmDone("authorized");
            sagas.awaitState(handle, SagaState.COMPENSATED);
            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.COMPENSATED);
            assertThat(failed).hasCauseInstanceOf(NotServed.class);
            assertThat(sagas.shop.effects()).containsExactlyInAnyOrder("reserved", "authorized", "undo reserved");
            assertCancelled(sagas, handle);
            Relay.replay(sagas, pattern, saga);
        }
    }

    @Test
    void aTimeTravelEndsWhereItIs() {
        SagaShape saga = unlimited();
        try (Sagas sagas = Relay.started(Pattern.TIME_TRAVEL, saga)) {
            Behaviours.Held authorized = sagas.shop.hold("authorized");
            SagaHandle<String> handle = Relay.client(saga)
                    .answersEarly()
                    .on(sagas.temporal.getWorkflowClient())
                    .start("1", "x");
            authorized.awaitBegun();
            sagas.workflow(handle).cancel("changed my mind");
            sagas.await("the message", () -> Relay.isSignalled(sagas.patient, "authorized"));
            authorized.free();

            SagaFailed failed = catchThrowableOfType(SagaFailed.class, handle::result);

            assertThat(failed.outcome()).isEqualTo(SagaState.RESOLVED_MANUALLY);
            assertThat(failed.steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.DONE, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("reserved", "authorized");
            assertCancelled(sagas, handle);
            Relay.replay(sagas, Pattern.TIME_TRAVEL, saga);
        }
    }

    @Test
    void anAnthologyDoesNotGoOn() {
        SagaShape saga = unlimited();
        try (Sagas sagas = Relay.started(Pattern.ANTHOLOGY, saga)) {
            Behaviours.Held reserved = sagas.shop.hold("reserved");
            SagaHandle<String> handle =
                    Relay.client(saga).answersNobody().on(sagas.patient).start("1", "x");
            reserved.awaitBegun();
            sagas.workflow(handle).cancel("changed my mind");
            reserved.free();
            sagas.awaitState(handle, SagaState.RESOLVED_MANUALLY);

            assertThat(handle.status().steps())
                    .extracting(StepStatus::state)
                    .containsExactly(StepState.DONE, StepState.PENDING, StepState.PENDING);
            assertThat(sagas.shop.effects()).containsExactly("reserved");
            assertCancelled(sagas, handle);
            Relay.replay(sagas, Pattern.ANTHOLOGY, saga);
        }
    }

    private static SagaShape unlimited() {
        return Relay.saga(Relay.eventual("reserved"), Relay.eventual("authorized"), Relay.eventual("shipped"));
    }

    private static void assertCancelled(Sagas sagas, SagaHandle<?> handle) {
        sagas.await(
                "the end",
                () -> sagas.workflow(handle).describe().getStatus()
                        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED);
    }
}
