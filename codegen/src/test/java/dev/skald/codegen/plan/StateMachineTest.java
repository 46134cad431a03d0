package dev.skald.codegen.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.testing.ShopSagas;
import dev.skald.codegen.testing.StatesInWords;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which states a saga that a mediator leads can reach, and from where. */
final class StateMachineTest {

    @Test
    void theStatesOfAFairyTale() {
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
                saga Book(id: uuid) epic {
                  step shop.book(id) state BOOKING compensate shop.cancel(id)
                  pivot step shop.send(id) state SENDING
                }""")))
                .contains("SENDING -> COMPENSATING RESOLVED_MANUALLY COMPLETED");
    }

    @Test
    void theStateMachineHasTheMomentsAndWhatCanHappenInEach() throws IOException {
        assertThat(StatesInWords.of(ShopSagas.placeOrder()))
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
    void theStatesOfASagaWithFlow() {
        assertThat(StatesInWords.of(ShopSagas.plan("""
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
}
