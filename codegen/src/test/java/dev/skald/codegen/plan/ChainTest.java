package dev.skald.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.SagaPlan.Caller;
import dev.skald.codegen.plan.SagaPlan.Lead;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.codegen.testing.ChainSagas;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.StatesInWords;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.Expression;
import dev.skald.dsl.model.Field;
import dev.skald.dsl.model.SagaModel;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How choreographed sagas are cut into links. */
final class ChainTest {

    @Test
    void eachStepHasAWorkflowOnItsParticipantsQueueAndTheFirstBearsTheSagasType() {
        Stream.of(Pattern.values())
                .filter(pattern -> pattern.coordination() == Coordination.CHOREOGRAPHED)
                .map(ChainSagas::plan)
                .forEach(ChainTest::hasAWorkflowForEachStep);
    }

    private static void hasAWorkflowForEachStep(SagaPlan plan) {
        assertThat(plan.workflows())
                .extracting(workflow -> workflow.type() + " on " + workflow.queue())
                .containsExactly(
                        "com.acme.S.v1 on front desk",
                        "com.acme.S.v1.gift on gifts",
                        "com.acme.S.v1.pay on bank",
                        "com.acme.S.v1.send on mail");
    }

    @Test
    void aPhoneTagHandsOverWhenItsStepIsDoneAndWaits() {
        SagaPlan plan = ChainSagas.plan(Pattern.PHONE_TAG);

        assertThat(plan.lead()).isEqualTo(Lead.CHAIN_THAT_ANSWERS);
        assertThat(plan.caller()).isEqualTo(Caller.WAITS);
        assertThat(plan.answer()).isEqualTo(Answer.AFTER_COMPENSATION);
        assertThat(flows(plan))
                .containsExactly(
                        "ticket, hand over to gift with ticket",
                        "if gift, hand over to pay",
                        "pay, hand over to send",
                        "send, return");
        assertThat(plan.steps().get(0).undoCall()).isPresent();
    }

    @Test
    void beforeThePivotNobodyWaitsForEverForALinkToBegin() {
        assertThat(ChainSagas.plan(Pattern.PHONE_TAG).workflows())
                .extracting(workflow -> link(workflow).mustBeginWithin().orElse(Duration.ZERO))
                .containsExactly(Duration.ofSeconds(165), Duration.ofSeconds(165), Duration.ZERO, Duration.ZERO);
        assertThat(ChainSagas.plan(Pattern.TIME_TRAVEL).workflows())
                .allMatch(workflow -> link(workflow).mustBeginWithin().isEmpty());
    }

    @Test
    void aLinkReceivesWhatItUsesOrTells() {
        List<WorkflowPlan> links = ChainSagas.plan(Pattern.PHONE_TAG).workflows();

        assertThat(link(links.get(0)).isTold()).isTrue();
        assertThat(link(links.get(1)).isTold()).isFalse();
        assertThat(link(links.get(1)).input()).extracting(Field::name).containsExactly("id", "express");
        assertThat(link(links.get(1)).received())
                .extracting(Expression.Variable::name)
                .containsExactly("ticket");
        assertThat(link(links.get(2)).received()).isEmpty();
        assertThat(link(links.get(3)).received())
                .extracting(Expression.Variable::name)
                .containsExactly("ticket");
    }

    @Test
    void whereLinksBeginAtOnceNobodyGivesUpALinkThatStandsBehindThePivot() {
        assertThat(withReadonlyStepBehindThePivot(Pattern.HORROR_STORY).workflows())
                .extracting(workflow -> link(workflow).mustBeginWithin().orElse(Duration.ZERO))
                .containsExactly(Duration.ofSeconds(165), Duration.ZERO, Duration.ZERO);
    }

    @Test
    void whereNothingIsCompensatedAStepIsAskedUntilItAnswersWhateverItSays() {
        assertThat(withReadonlyStepBehindThePivot(Pattern.TIME_TRAVEL).steps())
                .extracting(StepPlan::unknown)
                .containsOnly(Unknown.ASK_AGAIN);
    }

    private static SagaPlan withReadonlyStepBehindThePivot(Pattern pattern) {
        SagaModel model = Definitions.model("""
                package com.acme
                participant desk {
                  hold(id: string)
                  drop(id: string)
                  pay(id: string) irreversible
                  look(id: string): int
                }
                saga S(id: string): int
                    %s
                    accept pattern.anti-pattern because "a test"
                {
                  step desk.hold(id)
                      on unknown compensate
                      compensate desk.drop(id)
                  pivot step desk.pay(id)
                  readonly step seen = desk.look(id)
                  return seen
                }
                """.formatted(pattern.words()));
        return SagaPlanner.plan(model.sagas()).value().get(0);
    }

    @Test
    void aTimeTravelUndoesNothingAndAsksWithoutLimit() {
        SagaPlan plan = ChainSagas.plan(Pattern.TIME_TRAVEL);

        assertThat(plan.answer()).isEqualTo(Answer.WHERE_IT_STOPS);
        assertThat(plan.steps()).allMatch(step -> step.undo().isEmpty());
        StepPlan ticket = plan.steps().get(0);
        assertThat(ticket.unknown()).isEqualTo(Unknown.ASK_AGAIN);
        assertThat(ticket.call().policy().isBounded()).isFalse();
        assertThat(StatesInWords.of(plan))
                .containsExactly(
                        "RUNNING -> HOLDING COMPENSATED RESOLVED_MANUALLY ESCALATED COMPLETED",
                        "HOLDING -> RUNNING RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "RESOLVED_MANUALLY -> ",
                        "ESCALATED -> RUNNING RESOLVED_MANUALLY",
                        "COMPLETED -> ");
    }

    @Test
    void aHorrorStoryHandsOverBeforeItsStepAndItsFirstLinkReturns() {
        SagaPlan plan = ChainSagas.plan(Pattern.HORROR_STORY);

        assertThat(plan.lead()).isEqualTo(Lead.CHAIN_AT_ONCE);
        assertThat(plan.caller()).isEqualTo(Caller.GETS_HANDLE);
        assertThat(flows(plan))
                .containsExactly(
                        "hand over to gift, ticket, return",
                        "hand over to pay, if gift",
                        "hand over to send, pay",
                        "send");
    }

    @Test
    void anAnthologyAnswersNobody() {
        SagaPlan plan = ChainSagas.plan(Pattern.ANTHOLOGY);

        assertThat(plan.lead()).isEqualTo(Lead.CHAIN_THAT_PASSES_ON);
        assertThat(plan.answer()).isEqualTo(Answer.NEVER);
        assertThat(plan.caller()).isEqualTo(Caller.GETS_HANDLE);
        assertThat(flows(plan)).endsWith("pay, hand over to send", "send");
    }

    private static LinkPlan link(WorkflowPlan workflow) {
        return workflow.link().orElseThrow();
    }

    private static List<String> flows(SagaPlan plan) {
        return plan.workflows().stream()
                .map(workflow ->
                        workflow.flow().stream().map(ChainTest::inWords).collect(Collectors.joining(", ")))
                .toList();
    }

    private static String inWords(Action action) {
        if (action instanceof StepPlan step) {
            return step.name();
        }
        if (action instanceof Action.Choice choice) {
            return "if " + inWords(choice.then().get(0));
        }
        return action instanceof Action.HandOver handOver
                ? "hand over to " + handOver.next()
                        + handOver.added().map(added -> " with " + added.name()).orElse("")
                : "return";
    }
}
