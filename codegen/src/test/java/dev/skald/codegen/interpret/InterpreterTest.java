package dev.skald.codegen.interpret;

import static dev.skald.codegen.interpret.Outcome.REFUSED;
import static dev.skald.codegen.interpret.Outcome.UNKNOWN;
import static dev.skald.codegen.interpret.Request.to;
import static dev.skald.codegen.interpret.Request.undo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Trace.Failure;
import dev.skald.codegen.interpret.Trace.Failure.Reason;
import dev.skald.codegen.interpret.Trace.Refusal;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.FiveSteps;
import dev.skald.dsl.model.Saga;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What sagas mean, told by the traces of the main paths. */
final class InterpreterTest {

    private static final SagaPlan EPIC = FiveSteps.plan("PlainEpic");
    private static final SagaPlan FAIRY_TALE = FiveSteps.plan("PlainFairyTale");
    private static final SagaPlan MIXED_EPIC = FiveSteps.plan("MixedEpic");
    private static final SagaPlan MIXED_FAIRY_TALE = FiveSteps.plan("MixedFairyTale");

    @Test
    void whereAllGoesWellEachStepIsAskedForOnce() {
        for (SagaPlan plan : List.of(EPIC, FAIRY_TALE)) {
            Trace trace = Interpreter.run(plan, Script.HAPPY);

            assertThat(calls(trace)).containsExactly("reservation", "authorization", "shipment", "capture", "send");
            assertThat(trace.states())
                    .containsExactly("RUNNING", "CHECKING_PAYMENT", "RUNNING", "CAPTURING", "RUNNING", "COMPLETED");
            assertThat(states(trace)).isEqualTo("DONE DONE DONE DONE DONE");
            assertThat(trace.told()).isEqualTo(new Told("COMPLETED", Optional.empty()));
            assertThat(trace.notices()).isEmpty();
            assertThat(trace.refused()).isEmpty();
        }
    }

    @Test
    void anEpicUndoesTheLastFirstAndThenAnswers() {
        Trace trace = Interpreter.run(EPIC, Script.HAPPY.with(to("shipment"), REFUSED));

        assertThat(calls(trace))
                .containsExactly("reservation", "authorization", "shipment", "undo authorization", "undo reservation");
        assertThat(trace.states())
                .containsExactly("RUNNING", "CHECKING_PAYMENT", "RUNNING", "COMPENSATING", "COMPENSATED");
        assertThat(states(trace)).isEqualTo("COMPENSATED COMPENSATED REFUSED PENDING PENDING");
        assertThat(trace.told()).isEqualTo(told("COMPENSATED", "shipment", Reason.REFUSED));
    }

    @Test
    void aFairyTaleAnswersAndUndoesAllAtOnce() {
        Trace trace = Interpreter.run(FAIRY_TALE, Script.HAPPY.with(to("capture"), REFUSED));

        assertThat(trace.calls())
                .endsWith(Set.of(to("capture")), Set.of(undo("reservation"), undo("authorization"), undo("shipment")));
        assertThat(trace.states()).endsWith("CAPTURING", "COMPENSATION_SENT", "COMPENSATED");
        assertThat(states(trace)).isEqualTo("COMPENSATED COMPENSATED COMPENSATED REFUSED PENDING");
        assertThat(trace.told()).isEqualTo(told("COMPENSATION_SENT", "capture", Reason.REFUSED));
    }

    @Test
    void whereThereIsNothingToUndoItIsCompensatedAtOnce() {
        for (SagaPlan plan : List.of(EPIC, FAIRY_TALE)) {
            Trace trace = Interpreter.run(plan, Script.HAPPY.with(to("reservation"), REFUSED));

            assertThat(calls(trace)).containsExactly("reservation");
            assertThat(trace.states()).containsExactly("RUNNING", "COMPENSATED");
            assertThat(trace.told()).isEqualTo(told("COMPENSATED", "reservation", Reason.REFUSED));
        }
    }

    @Test
    void anEpicUndoesWhatMayHaveHappened() {
        Trace trace = Interpreter.run(EPIC, Script.HAPPY.with(to("authorization"), UNKNOWN));

        assertThat(calls(trace))
                .containsExactly("reservation", "authorization", "undo authorization", "undo reservation");
        assertThat(states(trace)).isEqualTo("COMPENSATED COMPENSATED PENDING PENDING PENDING");
        assertThat(trace.told()).isEqualTo(told("COMPENSATED", "authorization", Reason.UNKNOWN));
        assertThat(trace.notices()).isEmpty();
    }

    @Test
    void aFairyTaleAsksAgainForWhatMayHaveHappened() {
        Trace trace = Interpreter.run(FAIRY_TALE, Script.HAPPY.with(to("authorization"), UNKNOWN, UNKNOWN));

        assertThat(calls(trace)).startsWith("reservation", "authorization", "authorization", "authorization");
        assertThat(trace.end()).isEqualTo("COMPLETED");
        assertThat(trace.notices()).as("once").containsExactly(to("authorization"));
    }

    @Test
    void whatIsBehindThePivotIsAskedForUntilItIsDone() {
        Trace trace = Interpreter.run(EPIC, Script.HAPPY.with(to("send"), UNKNOWN, REFUSED));

        assertThat(calls(trace)).endsWith("capture", "send", "send", "send");
        assertThat(trace.end()).isEqualTo("COMPLETED");
        assertThat(trace.notices()).containsExactly(to("send"));
    }

    @Test
    void aReadonlyStepThatMayHaveHappenedIsNotUndone() {
        Trace trace = Interpreter.run(MIXED_FAIRY_TALE, Script.HAPPY.with(to("look"), UNKNOWN));

        assertThat(calls(trace)).containsExactly("look");
        assertThat(states(trace)).isEqualTo("REFUSED PENDING PENDING PENDING PENDING");
        assertThat(trace.told()).isEqualTo(told("COMPENSATED", "look", Reason.UNKNOWN));
    }

    @Test
    void anEscalatedStepHealsItself() {
        Trace trace = Interpreter.run(MIXED_EPIC, Script.HAPPY.with(to("hold"), UNKNOWN));

        assertThat(calls(trace)).startsWith("look", "hold", "hold", "shipment");
        assertThat(trace.states()).containsExactly("RUNNING", "HOLDING", "ESCALATED", "RUNNING", "COMPLETED");
        assertThat(trace.told()).isEqualTo(told("ESCALATED", "hold", Reason.UNKNOWN));
        assertThat(trace.notices()).containsExactly(to("hold"));
    }

    @Test
    void anEscalatedStepMayTurnOutToBeRefused() {
        Trace trace = Interpreter.run(MIXED_EPIC, Script.HAPPY.with(to("hold"), UNKNOWN, REFUSED));

        assertThat(trace.states()).containsExactly("RUNNING", "HOLDING", "ESCALATED", "COMPENSATED");
        assertThat(states(trace)).isEqualTo("DONE REFUSED PENDING PENDING PENDING");
        assertThat(trace.told()).as("first").isEqualTo(told("ESCALATED", "hold", Reason.UNKNOWN));
    }

    @Test
    void anOperatorAnswersInAParticipantsPlace() {
        Script stuck = Script.HAPPY.with(to("authorization"), UNKNOWN);

        Trace done = Interpreter.run(FAIRY_TALE, stuck.with(to("authorization"), Verb.CONFIRM_DONE));
        assertThat(calls(done)).startsWith("reservation", "authorization", "shipment");
        assertThat(done.end()).isEqualTo("COMPLETED");

        Trace notDone = Interpreter.run(FAIRY_TALE, stuck.with(to("authorization"), Verb.CONFIRM_NOT_DONE));
        assertThat(calls(notDone)).containsExactly("reservation", "authorization", "undo reservation");
        assertThat(states(notDone)).isEqualTo("COMPENSATED REFUSED PENDING PENDING PENDING");
        assertThat(notDone.told()).isEqualTo(told("COMPENSATION_SENT", "authorization", Reason.CONFIRMED_NOT_DONE));

        Trace abandoned = Interpreter.run(FAIRY_TALE, stuck.with(to("authorization"), Verb.ABANDON));
        assertThat(calls(abandoned)).containsExactly("reservation", "authorization");
        assertThat(states(abandoned)).isEqualTo("DONE NEEDS_ATTENTION PENDING PENDING PENDING");
        assertThat(abandoned.told()).isEqualTo(told("RESOLVED_MANUALLY", "authorization", Reason.ABANDONED));
    }

    @Test
    void aPivotMayBeSaidNotToHaveHappenedAndWhatIsBehindItMayNot() {
        Trace pivot = Interpreter.run(
                EPIC, Script.HAPPY.with(to("capture"), UNKNOWN).with(to("capture"), Verb.CONFIRM_NOT_DONE));
        assertThat(pivot.end()).isEqualTo("COMPENSATED");

        Trace behind =
                Interpreter.run(EPIC, Script.HAPPY.with(to("send"), UNKNOWN).with(to("send"), Verb.CONFIRM_NOT_DONE));
        assertThat(behind.refused()).containsExactly(new Refusal(to("send"), Verb.CONFIRM_NOT_DONE));
        assertThat(behind.end()).isEqualTo("COMPLETED");
    }

    @Test
    void aFailedUndoKeepsNoOtherFromBeingSent() {
        Trace trace =
                Interpreter.run(EPIC, Script.HAPPY.with(to("shipment"), REFUSED).with(undo("authorization"), UNKNOWN));

        assertThat(calls(trace)).endsWith("shipment", "undo authorization", "undo reservation");
        assertThat(trace.states()).endsWith("COMPENSATING", "COMPENSATION_FAILED");
        assertThat(states(trace)).isEqualTo("COMPENSATED COMPENSATION_FAILED REFUSED PENDING PENDING");
        assertThat(trace.told()).isEqualTo(told("COMPENSATION_FAILED", "shipment", Reason.REFUSED));
        assertThat(trace.notices()).containsExactly(undo("authorization"));
    }

    @Test
    void aFailedUndoThatPausesKeepsTheOthersWaiting() {
        SagaPlan plan = plan("""
                saga Book(id: string) epic {
                  step first = shop.book(id) compensate shop.cancel(id)
                  step second = shop.book(id) compensate shop.cancel(id) { on exhausted pause }
                  pivot step pay = shop.pay(id)
                }""");
        Script stuck = Script.HAPPY.with(to("pay"), REFUSED).with(undo("second"), UNKNOWN);

        assertThat(calls(Interpreter.run(plan, stuck))).containsExactly("first", "second", "pay", "undo second");
        assertThat(calls(Interpreter.run(plan, stuck.with(undo("second"), Verb.SKIP))))
                .endsWith("undo second", "undo first");
    }

    @Test
    void anOperatorSettlesAFailedUndo() {
        Script stuck = Script.HAPPY.with(to("authorization"), REFUSED).with(undo("reservation"), UNKNOWN);

        Trace retried = Interpreter.run(EPIC, stuck.with(undo("reservation"), Verb.RETRY));
        assertThat(calls(retried)).endsWith("undo reservation", "undo reservation");
        assertThat(retried.states()).endsWith("COMPENSATING", "COMPENSATION_FAILED", "COMPENSATING", "COMPENSATED");

        Trace confirmed = Interpreter.run(EPIC, stuck.with(undo("reservation"), Verb.CONFIRM_DONE));
        assertThat(calls(confirmed)).endsWith("authorization", "undo reservation");
        assertThat(confirmed.end()).isEqualTo("COMPENSATED");

        Trace skipped = Interpreter.run(EPIC, stuck.with(undo("reservation"), Verb.SKIP));
        assertThat(states(skipped)).startsWith("SKIPPED");
        assertThat(skipped.end()).isEqualTo("RESOLVED_MANUALLY");

        Trace abandoned = Interpreter.run(EPIC, stuck.with(undo("reservation"), Verb.ABANDON));
        assertThat(states(abandoned)).startsWith("COMPENSATION_FAILED");
        assertThat(abandoned.states()).endsWith("COMPENSATION_FAILED", "RESOLVED_MANUALLY");

        Trace refused = Interpreter.run(EPIC, stuck.with(undo("reservation"), Verb.CONFIRM_NOT_DONE));
        assertThat(refused.refused()).containsExactly(new Refusal(undo("reservation"), Verb.CONFIRM_NOT_DONE));
        assertThat(refused.end()).isEqualTo("COMPENSATION_FAILED");
    }

    @Test
    void anUndoThatFailsAgainAfterARetryIsNews() {
        Trace trace = Interpreter.run(
                EPIC,
                Script.HAPPY
                        .with(to("authorization"), REFUSED)
                        .with(undo("reservation"), UNKNOWN, UNKNOWN)
                        .with(undo("reservation"), Verb.RETRY));

        assertThat(trace.notices()).containsExactly(undo("reservation"), undo("reservation"));
        assertThat(trace.states())
                .endsWith("COMPENSATING", "COMPENSATION_FAILED", "COMPENSATING", "COMPENSATION_FAILED");
    }

    @Test
    void anUndoWithoutLimitNeedsAttentionAndIsSentAgain() {
        Trace trace = Interpreter.run(
                FAIRY_TALE,
                Script.HAPPY
                        .with(to("shipment"), REFUSED)
                        .with(undo("reservation"), UNKNOWN)
                        .with(undo("authorization"), UNKNOWN, UNKNOWN));

        assertThat(trace.calls())
                .endsWith(
                        Set.of(undo("reservation"), undo("authorization")),
                        Set.of(undo("reservation"), undo("authorization")),
                        Set.of(undo("authorization")));
        assertThat(trace.states()).endsWith("COMPENSATION_SENT", "COMPENSATED");
        assertThat(trace.notices()).containsExactlyInAnyOrder(undo("reservation"), undo("authorization"));
    }

    @Test
    void anUndoWithoutLimitIsSettledAsOthersAre() {
        Script stuck = Script.HAPPY.with(to("authorization"), REFUSED).with(undo("reservation"), UNKNOWN);

        Trace skipped = Interpreter.run(FAIRY_TALE, stuck.with(undo("reservation"), Verb.SKIP));
        assertThat(states(skipped)).startsWith("SKIPPED");
        assertThat(skipped.states()).endsWith("COMPENSATION_SENT", "RESOLVED_MANUALLY");

        Trace abandoned = Interpreter.run(FAIRY_TALE, stuck.with(undo("reservation"), Verb.ABANDON));
        assertThat(abandoned.states()).endsWith("COMPENSATION_SENT", "RESOLVED_MANUALLY");
    }

    @Test
    void whatAnEventualSagaDoesNotCompensateStaysDone() {
        SagaPlan plan = plan("""
                saga Book(id: string) fairy-tale {
                  step first = shop.book(id) no compensation because "nobody minds"
                  step second = shop.book(id) compensate shop.cancel(id)
                  pivot step pay = shop.pay(id)
                }""");

        Trace trace = Interpreter.run(plan, Script.HAPPY.with(to("pay"), REFUSED));

        assertThat(states(trace)).isEqualTo("DONE COMPENSATED REFUSED");
        assertThat(trace.end()).isEqualTo("COMPENSATED");
    }

    @Test
    void whatCannotBeUndoneHasFailedAtOnce() {
        SagaPlan plan = plan("""
                saga Book(id: string) epic {
                  step first = shop.book(id) compensate shop.cancel(id)
                  step second = shop.book(id) no compensation because "nobody minds"
                      accept pattern.atomic-needs-compensation because "it seldom matters"
                  pivot step pay = shop.pay(id)
                }""");
        Script refused = Script.HAPPY.with(to("pay"), REFUSED);

        Trace trace = Interpreter.run(plan, refused.with(undo("second"), Verb.RETRY, Verb.SKIP));

        assertThat(calls(trace)).containsExactly("first", "second", "pay", "undo first");
        assertThat(trace.refused()).containsExactly(new Refusal(undo("second"), Verb.RETRY));
        assertThat(states(trace)).isEqualTo("COMPENSATED SKIPPED REFUSED");
        assertThat(trace.states()).endsWith("COMPENSATING", "COMPENSATION_FAILED", "COMPENSATING", "RESOLVED_MANUALLY");
    }

    private static SagaPlan plan(String saga) {
        return SagaPlanner.plan(List.of(saga(saga))).value().get(0);
    }

    private static Saga saga(String saga) {
        String shop = """
                package com.acme
                error Refused {}
                participant shop {
                  book(id: string) throws Refused
                  cancel(id: string)
                  pay(id: string) throws Refused
                }
                """;
        return Definitions.model(shop + saga).sagas().get(0);
    }

    private static Told told(String state, String step, Reason reason) {
        return new Told(state, Optional.of(new Failure(step, reason)));
    }

    /** What was sent, one after the other. */
    private static List<String> calls(Trace trace) {
        assertThat(trace.calls()).allSatisfy(together -> assertThat(together).hasSize(1));
        return trace.calls().stream()
                .map(together -> together.iterator().next().toString())
                .toList();
    }

    private static String states(Trace trace) {
        return String.join(
                " ", trace.steps().stream().map(step -> step.state().name()).toList());
    }
}
