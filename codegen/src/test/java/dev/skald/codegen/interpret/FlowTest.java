package dev.skald.codegen.interpret;

import static dev.skald.codegen.interpret.Outcome.REFUSED;
import static dev.skald.codegen.interpret.Outcome.UNKNOWN;
import static dev.skald.codegen.interpret.Request.to;
import static dev.skald.codegen.interpret.Request.undo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Trace.Failure;
import dev.skald.codegen.interpret.Trace.Failure.Reason;
import dev.skald.codegen.interpret.Trace.Told;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.FlowSagas;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the statements of flow mean, told by the traces of the main paths. */
final class FlowTest {

    private static final SagaPlan CHOICE = FlowSagas.plan("ChoiceEpic");
    private static final SagaPlan LOOP = FlowSagas.plan("LoopEpic");
    private static final SagaPlan AT_ONCE = FlowSagas.plan("AtOnceEpic");
    private static final SagaPlan AT_ONCE_TALE = FlowSagas.plan("AtOnceFairyTale");

    @Test
    void onlyTheBranchThatIsChosenIsTaken() {
        Trace express = run(CHOICE, Facts.NONE.where("express"));

        assertThat(calls(express)).containsExactly("reservation", "ticket", "capture", "send");
        assertThat(express.states()).containsExactly("RUNNING", "HOLDING", "RUNNING", "COMPLETED");
        assertThat(states(express)).isEqualTo("DONE DONE SKIPPED SKIPPED DONE DONE");

        Trace insured = run(CHOICE, Facts.NONE.where("insured"));
        assertThat(insured.states()).containsExactly("RUNNING", "BOOKING", "RUNNING", "COMPLETED");
        assertThat(states(insured)).isEqualTo("DONE SKIPPED DONE SKIPPED DONE DONE");

        assertThat(calls(run(CHOICE, Facts.NONE))).containsExactly("reservation", "send");
    }

    @Test
    void whatWasDoneInABranchIsUndoneByItself() {
        Script refused = Script.HAPPY.with(Facts.NONE.where("insured")).with(to("capture"), REFUSED);

        Trace trace = Interpreter.run(CHOICE, refused);

        assertThat(calls(trace)).endsWith("capture", "undo ticket", "undo reservation");
        assertThat(states(trace)).isEqualTo("COMPENSATED PENDING COMPENSATED PENDING REFUSED PENDING");
    }

    @Test
    void anEventThatDoesNotComeIsAnsweredOtherwise() {
        Trace fails = run(CHOICE, Facts.NONE.without("approval"));
        assertThat(calls(fails)).containsExactly("reservation", "undo reservation");
        assertThat(fails.told())
                .isEqualTo(new Told("COMPENSATED", Optional.of(new Failure("NotApproved", Reason.FAILED))));

        Trace looks = run(CHOICE, Facts.NONE.without("hint"));
        assertThat(calls(looks)).containsExactly("reservation", "look", "send");
    }

    @Test
    void whereNothingIsSaidAboutAnEventThatDoesNotComeTheSagaGoesOn() {
        SagaPlan plan = plan("await approval: Approval within 1h  step hold = shop.hold(id) compensate shop.drop(id)");

        assertThat(calls(run(plan, Facts.NONE.without("approval")))).containsExactly("hold");
    }

    @Test
    void eachRoundIsAskedForUnderItsOwnNumberAndUndoneByItself() {
        Facts two = Facts.NONE.where("items", 2).where("nights", 2);

        Trace trace =
                Interpreter.run(LOOP, Script.HAPPY.with(two).with(to("ticket").in(4), REFUSED));

        assertThat(calls(trace))
                .containsExactly(
                        "reservation[1]",
                        "ticket[1]",
                        "ticket[2]",
                        "reservation[2]",
                        "ticket[3]",
                        "ticket[4]",
                        "undo ticket[3]",
                        "undo reservation[2]",
                        "undo ticket[2]",
                        "undo ticket[1]",
                        "undo reservation[1]");
        assertThat(trace.steps().stream().map(Trace.StepSeen::label))
                .containsExactly(
                        "reservation[1]",
                        "reservation[2]",
                        "ticket[1]",
                        "ticket[2]",
                        "ticket[3]",
                        "ticket[4]",
                        "capture");
    }

    @Test
    void aListThatIsTooLongIsRefusedBeforeTheFirstRound() {
        Trace trace = run(LOOP, Facts.NONE.where("items", 3));

        assertThat(trace.calls()).isEmpty();
        assertThat(trace.told())
                .isEqualTo(new Told("COMPENSATED", Optional.of(new Failure("items", Reason.TOO_MANY_ROUNDS))));
    }

    @Test
    void behindALoopTheListOfItsResultsIsThereEvenWithoutARound() {
        SagaPlan plan = plan("if ready { for item in items max 3 { readonly step look = shop.look(item) } }"
                + "  if look is present { step hold = shop.hold(id)  compensate shop.drop(id) }");

        assertThat(calls(run(plan, Facts.NONE.where("ready").where("items", 0))))
                .containsExactly("hold");
        assertThat(calls(run(plan, Facts.NONE.where("ready")))).containsExactly("look[1]", "hold");
        assertThat(calls(run(plan, Facts.NONE))).isEmpty();
    }

    @Test
    void whatRunsAtTheSameTimeIsAskedForTogether() {
        Trace trace = run(AT_ONCE, Facts.NONE.where("nights", 2).where("items", 3));

        assertThat(trace.calls())
                .containsExactly(
                        Set.of(to("reservation")),
                        Set.of(to("ticket"), to("room").in(1), to("room").in(2)),
                        Set.of(to("insurance")),
                        Set.of(to("capture")),
                        Set.of(to("send").in(1), to("send").in(2)),
                        Set.of(to("send").in(3)));
        assertThat(trace.end()).isEqualTo("COMPLETED");
    }

    @Test
    void whenOneBranchFailsNothingNewBeginsAndWhatIsInFlightIsUndoneToo() {
        Script refused = Script.HAPPY.with(to("room").in(1), REFUSED).with(Facts.NONE.where("nights", 2));

        Trace epic = Interpreter.run(AT_ONCE, refused);
        assertThat(calls(epic))
                .containsExactly(
                        "reservation", "room[1] + room[2] + ticket", "undo room[2]", "undo ticket", "undo reservation");
        assertThat(epic.told()).isEqualTo(new Told("COMPENSATED", Optional.of(new Failure("room", Reason.REFUSED))));

        Trace tale = Interpreter.run(AT_ONCE_TALE, refused);
        assertThat(tale.told().state()).isEqualTo("COMPENSATION_SENT");
        assertThat(tale.end()).isEqualTo("COMPENSATED");
    }

    @Test
    void aBranchThatFailsByItselfStopsTheOthersFromGoingOn() {
        Trace trace = run(AT_ONCE, Facts.NONE.where("insured"));

        assertThat(calls(trace))
                .containsExactly("reservation", "room[1] + ticket", "undo room[1]", "undo ticket", "undo reservation");
        assertThat(trace.told())
                .isEqualTo(new Told("COMPENSATED", Optional.of(new Failure("NotApproved", Reason.FAILED))));
    }

    @Test
    void anotherSagaIsOneRequestAndIsUndoneAsAWhole() {
        SagaPlan plan = plan("run inner = Inner(id)  step hold = shop.hold(id) compensate shop.drop(id)");

        assertThat(calls(Interpreter.run(plan, Script.HAPPY.with(to("hold"), REFUSED))))
                .containsExactly("inner", "hold", "undo inner");
        assertThat(Interpreter.run(plan, Script.HAPPY.with(to("inner"), REFUSED))
                        .end())
                .isEqualTo("COMPENSATED");
    }

    @Test
    void asLongAsNobodyKnowsWhatBecameOfAnotherSagaThisOneIsNotCompensated() {
        SagaPlan plan = plan("step hold = shop.hold(id) compensate shop.drop(id)  run inner = Inner(id)");

        Trace trace = Interpreter.run(plan, Script.HAPPY.with(to("inner"), UNKNOWN));

        assertThat(calls(trace)).containsExactly("hold", "inner", "undo hold");
        assertThat(states(trace)).isEqualTo("COMPENSATED UNKNOWN");
        assertThat(trace.end()).isEqualTo("RESOLVED_MANUALLY");
        assertThat(trace.calls()).doesNotContain(Set.of(undo("inner")));
    }

    private static Trace run(SagaPlan plan, Facts facts) {
        return Interpreter.run(plan, Script.HAPPY.with(facts));
    }

    private static SagaPlan plan(String body) {
        return SagaPlanner.plan(Definitions.model("""
                        package com.acme
                        error Refused {}
                        record Approval { by: string }
                        participant shop { hold(id: string) throws Refused  drop(id: string)  look(id: string): int }
                        saga Book(id: string, ready: bool, items: list<string>) epic { %s }
                        saga Inner(id: string) epic {
                          step hold = shop.hold(id) compensate shop.drop(id)
                        }""".formatted(body.replace("  ", "\n")))
                        .sagas())
                .value()
                .get(0);
    }

    private static List<String> calls(Trace trace) {
        return trace.calls().stream()
                .map(together ->
                        together.stream().map(Request::toString).sorted().collect(Collectors.joining(" + ")))
                .toList();
    }

    private static String states(Trace trace) {
        return trace.steps().stream().map(step -> step.state().name()).collect(Collectors.joining(" "));
    }
}
