package dev.skald.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.StateMachine.State;
import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.codegen.testing.Definitions;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.Coordination;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SagaPlannerTest {

    private static final String PARTICIPANTS = """
            package com.acme
            error Refused {}
            participant shop {
              book(id: uuid) throws Refused
              cancel(id: uuid)
              look(id: uuid): int
              pay(id: uuid) throws Refused
              send(id: uuid) irreversible
            }
            """;

    @Test
    void anEpicIsOneWorkflowThatAnswersAfterCompensation() throws IOException {
        SagaPlan plan = placeOrder();

        assertThat(plan.workflows()).hasSize(1);
        assertThat(plan.front().type()).isEqualTo("com.acme.orders.PlaceOrder.v1");
        assertThat(plan.front().queue()).isEqualTo("com.acme.orders.PlaceOrder");
        assertThat(plan.answer()).isEqualTo(SagaPlan.Answer.AFTER_COMPENSATION);
        assertThat(plan.undoOrder()).isEqualTo(SagaPlan.UndoOrder.LAST_FIRST);
        assertThat(plan.headline()).isEqualTo(new SagaPlan.Headline("Epic", "sync, atomic, orchestrated"));
    }

    @Test
    void stepsKeepTheirPlaceInTheDefinition() throws IOException {
        assertThat(placeOrder().steps())
                .extracting(step -> step.name() + " " + step.source())
                .containsExactly(
                        "reservation place-order.saga:47",
                        "authorization place-order.saga:50",
                        "shipment place-order.saga:60",
                        "capture place-order.saga:63",
                        "sendReceipt place-order.saga:65");
    }

    @Test
    void everyDefaultIsFilledIn() throws IOException {
        StepPlan reservation = step(placeOrder(), "reservation");

        CallPolicy call = reservation.call().policy();
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(call.attempts()).hasValue(5);
        assertThat(call.backoff()).isEqualTo(new CallPolicy.Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 2));
        assertThat(call.limit()).contains(Duration.ofSeconds(165));

        CallPolicy undo = undoOf(reservation);
        assertThat(undo.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(undo.attempts()).hasValue(10);
        assertThat(undo.backoff()).isEqualTo(new CallPolicy.Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 2));
        assertThat(undo.limit()).contains(Duration.ofSeconds(811));
    }

    @Test
    void whatMustNotBeGivenUpIsAskedWithoutLimit() {
        SagaPlan plan = plan("""
                saga Book(id: uuid) epic defaults { deadline 1m  retry { attempts 3 } } {
                  readonly step before = shop.look(id)
                  pivot step shop.pay(id)
                  readonly step after = shop.look(id)
                  retriable step shop.send(id)
                }""");

        assertThat(step(plan, "before").call().policy().attempts()).hasValue(3);
        assertThat(step(plan, "before").call().policy().limit()).contains(Duration.ofMinutes(1));
        assertThat(List.of("pay", "after", "send")).allSatisfy(name -> {
            CallPolicy policy = step(plan, name).call().policy();
            assertThat(policy.attempts()).isEqualTo(OptionalInt.empty());
            assertThat(policy.limit()).isEqualTo(Optional.empty());
        });
    }

    @Test
    void whatIsWrittenAtAPivotWins() {
        StepPlan pivot = step(plan("""
                saga Book(id: uuid) epic {
                  pivot step shop.pay(id) deadline 1h
                }"""), "pay");

        assertThat(pivot.call().policy().attempts()).isEmpty();
        assertThat(pivot.call().policy().limit()).contains(Duration.ofHours(1));
    }

    @Test
    void anUnknownOutcomeUndoesAsksAgainOrCountsAsRefused() {
        SagaPlan plan = plan("""
                saga Book(id: uuid) epic {
                  readonly step before = shop.look(id)
                  step shop.book(id) compensate shop.cancel(id)
                  pivot step shop.pay(id)
                  readonly step after = shop.look(id)
                  retriable step shop.send(id)
                }""");

        assertThat(plan.steps().stream().collect(Collectors.toMap(StepPlan::name, StepPlan::unknown)))
                .isEqualTo(Map.of(
                        "before", Unknown.REFUSE,
                        "book", Unknown.COMPENSATE,
                        "pay", Unknown.ASK_AGAIN,
                        "after", Unknown.ASK_AGAIN,
                        "send", Unknown.ASK_AGAIN));
    }

    @Test
    void whatIsWrittenAboutAnUnknownOutcomeWinsOverThePatternsWay() {
        String steps = """
                  readonly step silent = shop.look(id)
                  readonly step refused = shop.look(id) on unknown compensate
                  readonly step escalated = shop.look(id) on unknown escalate
                  step first = shop.book(id) compensate shop.cancel(id)
                  step second = shop.book(id) on unknown compensate compensate shop.cancel(id)
                  step third = shop.book(id) on unknown escalate compensate shop.cancel(id)
                }""";

        assertThat(plan("saga Book(id: uuid) epic\n{" + steps).steps())
                .extracting(StepPlan::unknown)
                .containsExactly(
                        Unknown.REFUSE,
                        Unknown.REFUSE,
                        Unknown.ESCALATE,
                        Unknown.COMPENSATE,
                        Unknown.COMPENSATE,
                        Unknown.ESCALATE);
        assertThat(plan("saga Book(id: uuid) fairy-tale\n{" + steps).steps())
                .extracting(StepPlan::unknown)
                .containsExactly(
                        Unknown.ASK_AGAIN,
                        Unknown.REFUSE,
                        Unknown.ESCALATE,
                        Unknown.ASK_AGAIN,
                        Unknown.COMPENSATE,
                        Unknown.ESCALATE);
    }

    @Test
    void aFairyTaleAnswersBeforeItUndoesAllAtOnce() {
        SagaPlan plan = plan("saga Look(id: uuid) fairy-tale { readonly step shop.look(id) }");

        assertThat(plan.workflows()).hasSize(1);
        assertThat(plan.front().type()).isEqualTo("com.acme.Look.v1");
        assertThat(plan.answer()).isEqualTo(SagaPlan.Answer.BEFORE_COMPENSATION);
        assertThat(plan.undoOrder()).isEqualTo(SagaPlan.UndoOrder.ALL_AT_ONCE);
        assertThat(plan.headline()).isEqualTo(new SagaPlan.Headline("Fairy Tale", "sync, eventual, orchestrated"));
    }

    @Test
    void aFairyTaleAsksAndUndoesWithoutLimitUnlessItSaysOtherwise() {
        SagaPlan plan = plan("""
                saga Book(id: uuid) fairy-tale {
                  step silent = shop.book(id) compensate shop.cancel(id)
                  step counted = shop.book(id)
                      timeout 10s
                      retry { attempts 2 }
                      compensate shop.cancel(id) { retry { attempts 3  backoff 2s..10s } }
                  step timed = shop.book(id) deadline 1h compensate shop.cancel(id) { deadline 24h }
                }""");

        CallPolicy silent = step(plan, "silent").call().policy();
        assertThat(silent.attempts()).isEmpty();
        assertThat(silent.limit()).isEmpty();
        assertThat(silent.backoff())
                .isEqualTo(new CallPolicy.Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 2));
        CallPolicy undo = undoOf(step(plan, "silent"));
        assertThat(undo.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(undo.attempts()).isEmpty();
        assertThat(undo.limit()).isEmpty();
        assertThat(undo.backoff()).isEqualTo(new CallPolicy.Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 2));

        assertThat(step(plan, "counted").call().policy().attempts()).hasValue(2);
        assertThat(step(plan, "counted").call().policy().limit()).contains(Duration.ofSeconds(21));
        assertThat(undoOf(step(plan, "counted")).attempts()).hasValue(3);
        assertThat(undoOf(step(plan, "counted")).backoff())
                .isEqualTo(new CallPolicy.Backoff(Duration.ofSeconds(2), Duration.ofSeconds(10), 2));
        assertThat(step(plan, "timed").call().policy().attempts()).isEmpty();
        assertThat(step(plan, "timed").call().policy().limit()).contains(Duration.ofHours(1));
        assertThat(undoOf(step(plan, "timed")).limit()).contains(Duration.ofHours(24));
    }

    @Test
    void aFairyTaleAsksPivotAndRetriableStepsAsAnEpicDoes() {
        String steps = """
                  pivot step shop.pay(id) state PAYING deadline 1h
                  readonly step after = shop.look(id) retry { attempts 2 }
                  retriable step shop.send(id)
                }""";

        assertThat(plan("saga Book(id: uuid) fairy-tale\n{" + steps).steps())
                .isEqualTo(plan("saga Book(id: uuid) epic\n{" + steps).steps());
    }

    @Test
    void aStepThatAnEventualSagaDoesNotCompensateSimplyStaysDone() {
        SagaPlan plan = plan("""
                saga Book(id: uuid) fairy-tale {
                  step shop.book(id) no compensation because "nobody minds"
                  step again = shop.book(id) compensate shop.cancel(id) { on exhausted pause }
                }""");

        assertThat(step(plan, "book").undo()).isEmpty();
        assertThat(step(plan, "again").undo().orElseThrow())
                .as("all are sent at once, so that none waits behind it")
                .isInstanceOfSatisfying(
                        UndoPlan.ByCall.class,
                        undo -> assertThat(undo.onExhausted()).isEqualTo(OnExhausted.CONTINUE));
    }

    @Test
    void aLongFirstPauseLengthensTheLongestThatNobodyWrites() {
        SagaPlan plan = plan("""
                saga Book(id: uuid) epic {
                  step shop.book(id)
                      retry { backoff 1m }
                      compensate shop.cancel(id) { retry { backoff 1h } }
                }""");

        assertThat(step(plan, "book").call().policy().backoff())
                .isEqualTo(new CallPolicy.Backoff(Duration.ofMinutes(1), Duration.ofMinutes(1), 2));
        assertThat(step(plan, "book").undoCall().orElseThrow().policy().backoff())
                .isEqualTo(new CallPolicy.Backoff(Duration.ofHours(1), Duration.ofHours(1), 2));
    }

    @Test
    void theStatesOfAFairyTale() {
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) fairy-tale deadline 1h {
                  step shop.book(id) state BOOKING compensate shop.cancel(id)
                  pivot step shop.pay(id) state PAYING
                  retriable step shop.send(id)
                }""")))
                .containsExactly(
                        "RUNNING -> BOOKING COMPENSATED RESOLVED_MANUALLY ESCALATED COMPLETED",
                        "BOOKING -> PAYING COMPENSATION_SENT COMPENSATED RESOLVED_MANUALLY",
                        "PAYING -> RUNNING COMPENSATION_SENT RESOLVED_MANUALLY ESCALATED",
                        "COMPENSATION_SENT -> COMPENSATED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "RESOLVED_MANUALLY -> ",
                        "ESCALATED -> RUNNING COMPENSATION_SENT RESOLVED_MANUALLY",
                        "COMPLETED -> ");
    }

    @Test
    void onlyAnUndoThatIsGivenUpCanFail() {
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) fairy-tale {
                  step shop.book(id) compensate shop.cancel(id) { deadline 1h }
                }""")))
                .containsExactly(
                        "RUNNING -> COMPENSATION_SENT COMPENSATED RESOLVED_MANUALLY COMPLETED",
                        "COMPENSATION_SENT -> COMPENSATED COMPENSATION_FAILED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "COMPENSATION_FAILED -> COMPENSATION_SENT COMPENSATED RESOLVED_MANUALLY",
                        "RESOLVED_MANUALLY -> ",
                        "COMPLETED -> ");
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) epic {
                  step shop.book(id) compensate shop.cancel(id) { retry { attempts unlimited } }
                }""")))
                .containsExactly(
                        "RUNNING -> COMPENSATING COMPENSATED COMPLETED",
                        "COMPENSATING -> COMPENSATED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "RESOLVED_MANUALLY -> ",
                        "COMPLETED -> ");
    }

    @Test
    void anEscalatingStepIsEscalatedBeforeThePivot() {
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) epic {
                  step first = shop.book(id) state FIRST on unknown escalate compensate shop.cancel(id)
                  step second = shop.book(id) state SECOND compensate shop.cancel(id)
                  pivot step shop.pay(id) state PAYING
                }""")))
                .containsExactly(
                        "RUNNING -> FIRST SECOND COMPENSATING COMPENSATED",
                        "FIRST -> SECOND COMPENSATING COMPENSATED ESCALATED",
                        "SECOND -> PAYING COMPENSATING",
                        "PAYING -> COMPENSATING RESOLVED_MANUALLY COMPLETED",
                        "COMPENSATING -> COMPENSATED COMPENSATION_FAILED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "COMPENSATION_FAILED -> COMPENSATING COMPENSATED RESOLVED_MANUALLY",
                        "RESOLVED_MANUALLY -> ",
                        "ESCALATED -> RUNNING COMPENSATING COMPENSATED RESOLVED_MANUALLY",
                        "COMPLETED -> ");
    }

    @Test
    void aPivotIsEscalatedAtItsOwnDeadlineToo() {
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) fairy-tale {
                  step shop.book(id) state BOOKING compensate shop.cancel(id)
                  pivot step shop.pay(id) state PAYING deadline 1h
                  retriable step shop.send(id)
                }""")))
                .contains(
                        "PAYING -> RUNNING COMPENSATION_SENT RESOLVED_MANUALLY ESCALATED",
                        "ESCALATED -> RUNNING COMPENSATION_SENT RESOLVED_MANUALLY");
    }

    @Test
    void aPivotThatDeclaresNoErrorCanBeSaidNotToHaveHappened() {
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) epic {
                  step shop.book(id) state BOOKING compensate shop.cancel(id)
                  pivot step shop.send(id) state SENDING
                }"""))).contains("SENDING -> COMPENSATING RESOLVED_MANUALLY COMPLETED");
    }

    @Test
    void theStateMachineHasTheMomentsAndWhatCanHappenInEach() throws IOException {
        assertThat(successorsOf(placeOrder()))
                .containsExactly(
                        "RUNNING -> CHECKING_PAYMENT COMPENSATING COMPENSATED RESOLVED_MANUALLY ESCALATED COMPLETED",
                        "CHECKING_PAYMENT -> RUNNING COMPENSATING",
                        "COMPENSATING -> COMPENSATED COMPENSATION_FAILED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "COMPENSATION_FAILED -> COMPENSATING COMPENSATED RESOLVED_MANUALLY",
                        "RESOLVED_MANUALLY -> ",
                        "ESCALATED -> RUNNING COMPENSATING RESOLVED_MANUALLY",
                        "COMPLETED -> ");
    }

    @Test
    void aRefusablePivotLeadsBackFromEscalated() {
        assertThat(successorsOf(plan("""
                saga Book(id: uuid) epic deadline 1h {
                  step shop.book(id) compensate shop.cancel(id)
                  pivot step shop.pay(id) state PAYING
                  retriable step shop.send(id)
                }""")))
                .containsExactly(
                        "RUNNING -> PAYING COMPENSATING COMPENSATED RESOLVED_MANUALLY ESCALATED COMPLETED",
                        "PAYING -> RUNNING COMPENSATING RESOLVED_MANUALLY ESCALATED",
                        "COMPENSATING -> COMPENSATED COMPENSATION_FAILED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "COMPENSATION_FAILED -> COMPENSATING COMPENSATED RESOLVED_MANUALLY",
                        "RESOLVED_MANUALLY -> ",
                        "ESCALATED -> RUNNING COMPENSATING RESOLVED_MANUALLY",
                        "COMPLETED -> ");
    }

    @Test
    void statesThatCannotBeReachedAreLeftOut() {
        assertThat(successorsOf(plan("""
                saga Look(id: uuid) epic {
                  readonly step shop.look(id) state LOOKING
                  readonly step again = shop.look(id) state LOOKING
                }""")))
                .containsExactly(
                        "RUNNING -> LOOKING COMPENSATED",
                        "LOOKING -> COMPENSATED COMPLETED",
                        "COMPENSATED -> ",
                        "COMPLETED -> ");
    }

    @Test
    void behindABranchThatMayPassThePivotEveryStepIsAskedWithoutLimit() {
        SagaPlan plan = plan("""
                saga Book(id: uuid, paid: bool) epic {
                  readonly step before = shop.look(id)
                  if paid {
                    pivot step shop.pay(id)
                  } else {
                    readonly step within = shop.look(id)
                  }
                  readonly step behind = shop.look(id)
                }""");

        assertThat(step(plan, "before").unknown()).isEqualTo(Unknown.REFUSE);
        assertThat(step(plan, "within").unknown()).isEqualTo(Unknown.REFUSE);
        assertThat(step(plan, "behind").unknown()).isEqualTo(Unknown.ASK_AGAIN);
        assertThat(step(plan, "behind").call().policy().isBounded()).isFalse();
    }

    @Test
    void aBranchThatEndsTheSagaCountsForNothingBehindIt() {
        SagaPlan plan = plan("""
                saga Book(id: uuid, paid: bool): int epic {
                  if paid {
                    pivot step shop.pay(id)
                    return 1
                  }
                  readonly step behind = shop.look(id)
                  return behind
                }""");

        assertThat(step(plan, "behind").unknown()).isEqualTo(Unknown.REFUSE);
    }

    @Test
    void theStatesOfASagaWithFlow() {
        assertThat(successorsOf(plan("""
                record Approval { by: string }
                saga Book(id: uuid, paid: bool, ids: list<uuid>) epic {
                  if paid {
                    step shop.book(id) state BOOKING compensate shop.cancel(id)
                  } else {
                    await approval: Approval within 1h else { fail Refused() }
                  }
                  for each in ids max 3 {
                    readonly step shop.look(each) state LOOKING
                  }
                  pivot step shop.pay(id) state PAYING
                }""")))
                .containsExactly(
                        "RUNNING -> BOOKING LOOKING PAYING COMPENSATING COMPENSATED",
                        "BOOKING -> LOOKING PAYING COMPENSATING COMPENSATED",
                        "LOOKING -> PAYING COMPENSATING COMPENSATED",
                        "PAYING -> COMPENSATING COMPENSATED RESOLVED_MANUALLY COMPLETED",
                        "COMPENSATING -> COMPENSATED COMPENSATION_FAILED RESOLVED_MANUALLY",
                        "COMPENSATED -> ",
                        "COMPENSATION_FAILED -> COMPENSATING COMPENSATED RESOLVED_MANUALLY",
                        "RESOLVED_MANUALLY -> ",
                        "COMPLETED -> ");
    }

    @Test
    void aSagaThatIsRunIsThePivotWhereItHasOne() {
        SagaPlan plan = plan("""
                saga Outer(id: uuid) epic {
                  run first = Undoable(id)
                  run second = Final(id)
                  run third = Surely(id)
                }
                saga Undoable(id: uuid) epic { step shop.book(id) compensate shop.cancel(id) }
                saga Final(id: uuid) epic { pivot step shop.pay(id) }
                saga Surely(id: uuid) epic { retriable step shop.send(id) }""");

        assertThat(Actions.allIn(plan.front().flow(), SubSagaPlan.class))
                .extracting(SubSagaPlan::kind)
                .containsExactly(StepKind.COMPENSATABLE, StepKind.PIVOT, StepKind.RETRIABLE);
        assertThat(plan.canBeUndone()).isFalse();
    }

    @Test
    void theOtherPatternsAreNotBuiltYet() {
        List<Pattern> others = Arrays.stream(Pattern.values())
                .filter(pattern -> pattern.coordination() == Coordination.CHOREOGRAPHED)
                .toList();
        List<Saga> sagas = others.stream().map(SagaPlannerTest::lookingSaga).toList();

        Result<List<SagaPlan>> result = SagaPlanner.plan(sagas);

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactlyInAnyOrderElementsOf(others.stream()
                        .map(pattern ->
                                "the pattern " + pattern.title() + " (`" + pattern.words() + "`) is not built yet")
                        .toList());
    }

    @Test
    void aPatternThatIsNotBuiltIsReportedAtItsSaga() {
        Saga saga = lookingSaga(Pattern.PHONE_TAG);

        assertThat(SagaPlanner.plan(List.of(saga)).diagnostics())
                .extracting(DiagnosticPrinter::line)
                .containsExactly(saga.location()
                        + ": error: the pattern Phone Tag (`sync atomic choreographed`) is not built yet"
                        + " [language.not-built]");
        assertThat(SagaPlanner.plan(List.of(saga)).diagnostics().get(0).help())
                .hasValueSatisfying(help -> assertThat(help)
                        .endsWith("generates only the Epic (`sync atomic orchestrated`), the Fairy Tale"
                                + " (`sync eventual orchestrated`), the Fantasy Fiction (`async atomic orchestrated`)"
                                + " and the Parallel (`async eventual orchestrated`)"));
    }

    private static Saga lookingSaga(Pattern pattern) {
        Saga epic = model("saga Look(id: uuid) epic { readonly step shop.look(id) }")
                .sagas()
                .get(0);
        return Definitions.as(pattern, epic);
    }

    private static SagaPlan placeOrder() throws IOException {
        return planOf(Definitions.modelAt(Path.of("src/test/resources/golden/place-order")));
    }

    private static SagaPlan plan(String saga) {
        return planOf(model(saga));
    }

    private static SagaModel model(String saga) {
        return Definitions.model(PARTICIPANTS + saga);
    }

    private static SagaPlan planOf(SagaModel model) {
        Result<List<SagaPlan>> result = SagaPlanner.plan(model.sagas());
        assertThat(result.diagnostics()).isEmpty();
        return result.value().get(0);
    }

    private static StepPlan step(SagaPlan plan, String name) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CallPolicy undoOf(StepPlan step) {
        return ((UndoPlan.ByCall) step.undo().orElseThrow()).call().policy();
    }

    private static List<String> successorsOf(SagaPlan plan) {
        return plan.states().states().stream().map(SagaPlannerTest::line).toList();
    }

    private static String line(State state) {
        return state.name() + " -> " + String.join(" ", state.successors());
    }
}
