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
import dev.skald.codegen.testing.ChainSagas;
import dev.skald.dsl.language.Pattern;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the choreographed sagas mean, told by the traces of the main paths. */
final class ChainTracesTest {

    private static final SagaPlan PHONE_TAG = ChainSagas.plan(Pattern.PHONE_TAG);
    private static final SagaPlan TIME_TRAVEL = ChainSagas.plan(Pattern.TIME_TRAVEL);
    private static final SagaPlan HORROR_STORY = ChainSagas.plan(Pattern.HORROR_STORY);
    private static final SagaPlan ANTHOLOGY = ChainSagas.plan(Pattern.ANTHOLOGY);
    private static final Script EXPRESS = Script.HAPPY.with(Facts.NONE.where("express"));

    @Test
    void aPhoneTagGoesFromLinkToLinkAndBack() {
        assertThat(Interpreter.run(PHONE_TAG, EXPRESS).calls())
                .containsExactly(Set.of(to("ticket")), Set.of(to("gift")), Set.of(to("pay")), Set.of(to("send")));

        Trace refused = Interpreter.run(PHONE_TAG, EXPRESS.with(to("pay"), REFUSED));

        assertThat(refused.calls()).endsWith(Set.of(to("pay")), Set.of(undo("gift")), Set.of(undo("ticket")));
        assertThat(refused.told()).isEqualTo(new Told("COMPENSATED", Optional.of(new Failure("pay", Reason.REFUSED))));
        assertThat(refused.observed()).containsExactly("HOLDING", "COMPENSATED");
    }

    @Test
    void aTimeTravelStopsWhereAStepIsRefusedAndTheCallerLearnsWhere() {
        Trace trace = Interpreter.run(TIME_TRAVEL, Script.HAPPY.with(to("pay"), REFUSED));

        assertThat(trace.calls()).containsExactly(Set.of(to("ticket")), Set.of(to("pay")));
        assertThat(trace.state("pay")).isEqualTo(StepState.NEEDS_ATTENTION);
        assertThat(trace.state("ticket")).isEqualTo(StepState.DONE);
        assertThat(trace.notices()).containsExactly(to("pay"));
        assertThat(trace.told()).isEqualTo(new Told("RUNNING", Optional.of(new Failure("pay", Reason.REFUSED))));
        assertThat(trace.end()).isEqualTo("RUNNING");
    }

    @Test
    void aStoppedChainGoesOnWhenItIsConfirmedThatTheStepIsDone() {
        Trace trace = Interpreter.run(
                TIME_TRAVEL, Script.HAPPY.with(to("pay"), REFUSED).with(to("pay"), Verb.CONFIRM_DONE));

        assertThat(trace.calls()).endsWith(Set.of(to("send")));
        assertThat(trace.end()).isEqualTo("COMPLETED");
        assertThat(trace.told().state()).isEqualTo("RUNNING");
    }

    @Test
    void aStoppedChainThatIsAbandonedUndoesNothing() {
        Trace trace =
                Interpreter.run(ANTHOLOGY, Script.HAPPY.with(to("pay"), REFUSED).with(to("pay"), Verb.ABANDON));

        assertThat(trace.calls()).containsExactly(Set.of(to("ticket")), Set.of(to("pay")));
        assertThat(trace.end()).isEqualTo("RESOLVED_MANUALLY");
        assertThat(trace.told()).isEqualTo(Told.NOTHING);
    }

    @Test
    void whereNothingIsUndoneNobodySaysThatAStepWasNotDone() {
        Trace trace = Interpreter.run(
                TIME_TRAVEL, Script.HAPPY.with(to("pay"), REFUSED).with(to("pay"), Verb.CONFIRM_NOT_DONE));

        assertThat(trace.refused()).containsExactly(new Trace.Refusal(to("pay"), Verb.CONFIRM_NOT_DONE));
        assertThat(trace.end()).isEqualTo("RUNNING");
    }

    @Test
    void theLinksOfAHorrorStoryTakeTheirStepsAtOnceButForWhatTheyNeed() {
        assertThat(Interpreter.run(HORROR_STORY, EXPRESS).calls())
                .containsExactly(Set.of(to("ticket")), Set.of(to("gift")), Set.of(to("pay")), Set.of(to("send")));

        Trace refused = Interpreter.run(HORROR_STORY, EXPRESS.with(to("pay"), REFUSED));

        assertThat(refused.calls()).endsWith(Set.of(undo("gift"), undo("ticket")));
        assertThat(refused.told().state()).isEqualTo("COMPENSATED");
    }

    @Test
    void aStepThatIsNotAnsweredIsAskedAgainWhereNothingIsUndone() {
        Trace trace = Interpreter.run(ANTHOLOGY, Script.HAPPY.with(to("ticket"), UNKNOWN, UNKNOWN));

        assertThat(trace.calls())
                .startsWith(Set.of(to("ticket")), Set.of(to("ticket")), Set.of(to("ticket")), Set.of(to("pay")));
        assertThat(trace.end()).isEqualTo("COMPLETED");
    }
}
