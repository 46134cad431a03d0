package dev.skald.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.plan.StepPlan.Unknown;
import dev.skald.codegen.testing.Definitions;
import dev.skald.codegen.testing.ShopSagas;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.OnExhausted;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.language.StepKind;
import dev.skald.dsl.model.Saga;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SagaPlannerTest {

    @Test
    void anEpicIsOneWorkflowThatAnswersAfterCompensation() throws IOException {
        SagaPlan plan = ShopSagas.placeOrder();

        assertThat(plan.workflows()).hasSize(1);
        assertThat(plan.front().type()).isEqualTo("com.acme.orders.PlaceOrder.v1");
        assertThat(plan.front().queue()).isEqualTo("com.acme.orders.PlaceOrder");
        assertThat(plan.answer()).isEqualTo(SagaPlan.Answer.AFTER_COMPENSATION);
        assertThat(plan.undoOrder()).isEqualTo(SagaPlan.UndoOrder.LAST_FIRST);
        assertThat(plan.headline()).isEqualTo(new SagaPlan.Headline("Epic", "sync, atomic, orchestrated"));
    }

    @Test
    void stepsKeepTheirPlaceInTheDefinition() throws IOException {
        assertThat(ShopSagas.placeOrder().steps())
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
        StepPlan reservation = step(ShopSagas.placeOrder(), "reservation");

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
        SagaPlan plan = ShopSagas.plan("""
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
        StepPlan pivot = step(ShopSagas.plan("""
                saga Book(id: uuid) epic {
                  pivot step shop.pay(id) deadline 1h
                }"""), "pay");

        assertThat(pivot.call().policy().attempts()).isEmpty();
        assertThat(pivot.call().policy().limit()).contains(Duration.ofHours(1));
    }

    @Test
    void anUnknownOutcomeUndoesAsksAgainOrCountsAsRefused() {
        SagaPlan plan = ShopSagas.plan("""
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

        assertThat(ShopSagas.plan("saga Book(id: uuid) epic\n{" + steps).steps())
                .extracting(StepPlan::unknown)
                .containsExactly(
                        Unknown.REFUSE,
                        Unknown.REFUSE,
                        Unknown.ESCALATE,
                        Unknown.COMPENSATE,
                        Unknown.COMPENSATE,
                        Unknown.ESCALATE);
        assertThat(ShopSagas.plan("saga Book(id: uuid) fairy-tale\n{" + steps).steps())
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
        SagaPlan plan = ShopSagas.plan("saga Look(id: uuid) fairy-tale { readonly step shop.look(id) }");

        assertThat(plan.workflows()).hasSize(1);
        assertThat(plan.front().type()).isEqualTo("com.acme.Look.v1");
        assertThat(plan.answer()).isEqualTo(SagaPlan.Answer.BEFORE_COMPENSATION);
        assertThat(plan.undoOrder()).isEqualTo(SagaPlan.UndoOrder.ALL_AT_ONCE);
        assertThat(plan.headline()).isEqualTo(new SagaPlan.Headline("Fairy Tale", "sync, eventual, orchestrated"));
    }

    @Test
    void aFairyTaleAsksAndUndoesWithoutLimitUnlessItSaysOtherwise() {
        SagaPlan plan = ShopSagas.plan("""
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

        assertThat(ShopSagas.plan("saga Book(id: uuid) fairy-tale\n{" + steps).steps())
                .isEqualTo(ShopSagas.plan("saga Book(id: uuid) epic\n{" + steps).steps());
    }

    @Test
    void aStepThatAnEventualSagaDoesNotCompensateSimplyStaysDone() {
        SagaPlan plan = ShopSagas.plan("""
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
        SagaPlan plan = ShopSagas.plan("""
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
    void behindABranchThatMayPassThePivotEveryStepIsAskedWithoutLimit() {
        SagaPlan plan = ShopSagas.plan("""
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
        SagaPlan plan = ShopSagas.plan("""
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
    void aSagaThatIsRunIsThePivotWhereItHasOne() {
        SagaPlan plan = ShopSagas.plan("""
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
    void eachOfTheEightPatternsHasAPlan() {
        List<Saga> sagas =
                Stream.of(Pattern.values()).map(SagaPlannerTest::lookingSaga).toList();

        Result<List<SagaPlan>> result = SagaPlanner.plan(sagas);

        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.value())
                .extracting(plan -> plan.headline().title())
                .containsExactlyElementsOf(
                        Stream.of(Pattern.values()).map(Pattern::title).toList());
    }

    private static Saga lookingSaga(Pattern pattern) {
        Saga epic = ShopSagas.model("saga Look(id: uuid) epic { readonly step shop.look(id) }")
                .sagas()
                .get(0);
        return Definitions.as(pattern, epic);
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
}
