package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Request;
import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.plan.SagaPlan.Answer;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.dsl.language.StepKind;
import dev.skald.runtime.SagaState;
import dev.skald.runtime.SagaStatus;
import dev.skald.runtime.StepState;
import dev.skald.runtime.StepStatus;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is promised of every saga, whatever happens in it: held against what its participant has really done. */
final class Invariants {

    /** What a step says of itself whose effect is not undone. */
    private static final Set<StepState> SAYS_SO = EnumSet.of(
            StepState.DONE,
            StepState.UNKNOWN,
            StepState.NEEDS_ATTENTION,
            StepState.SKIPPED,
            StepState.COMPENSATION_FAILED);

    /** Where a step stands that had no effect, or need not have had one yet. */
    private static final Set<StepState> NOTHING_TO_UNDO =
            EnumSet.of(StepState.REFUSED, StepState.PENDING, StepState.RUNNING);

    private final SagaUnderTest saga;
    private final SagaStatus status;
    private final Ledger ledger;

    private Invariants(SagaUnderTest saga, SagaStatus status) {
        this.saga = saga;
        this.status = status;
        this.ledger = saga.ledger();
    }

    /** Fails where a run has broken one of the promises. */
    static void check(SagaUnderTest saga, SagaStatus status) {
        Invariants invariants = new Invariants(saga, status);
        invariants.everyEffectIsKeptOrUndoneOrNamed();
        invariants.nothingIsUndoneWithoutNeed();
        invariants.nobodySeesTwoEffectsForOneKey();
        invariants.compensatedIsTrue();
        invariants.nothingIsLeftOfARefusedSaga();
        invariants.anUndoThatOvertakesItsRequestDoesNoHarm();
    }

    /** An atomic saga ends with every effect kept, or every effect undone, or says which is not, and why. */
    private void everyEffectIsKeptOrUndoneOrNamed() {
        if (status.state() == SagaState.COMPLETED) {
            assertThat(ledger.undone()).as("undone in a completed saga").isEmpty();
            assertThat(ledger.done()).as("effects of a completed saga").containsAll(doneSteps());
            return;
        }
        if (saga.plan().answer() == Answer.AFTER_COMPENSATION) {
            assertThat(ledger.open())
                    .as("effects that are there, and not named, of a saga that is %s", status.state())
                    .allMatch(step -> SAYS_SO.contains(step(step).state()));
            if (!ledger.open().isEmpty()) {
                assertThat(why()).as("why it is %s", status.state()).isNotEmpty();
            }
        }
    }

    /**
     * No undo without need: nothing is undone in a saga that is completed, behind its point of no return, or of a step
     * that was not asked for, or was refused.
     */
    private void nothingIsUndoneWithoutNeed() {
        List<Request> calls = saga.calls();
        Set<Request> asked = new HashSet<>();
        for (Request call : calls) {
            if (call.phase() == Phase.DO) {
                asked.add(call);
                continue;
            }
            Request step = Request.to(call.step()).in(call.round());
            assertThat(asked).as("asked for before %s", call).contains(step);
            assertThat(step(step).state())
                    .as("where %s stands, which is undone", step)
                    .isNotIn(NOTHING_TO_UNDO);
            assertThat(status.state()).as("the saga in which there is %s", call).isNotEqualTo(SagaState.COMPLETED);
        }
        if (calls.stream().anyMatch(call -> call.phase() == Phase.UNDO)) {
            assertThat(ledger.done())
                    .as("passed, with undos in %s", calls)
                    .noneMatch(step -> kind(step).isPointOfNoReturn());
        }
    }

    /** No participant sees two effects for one key, and no two keys for one request. */
    private void nobodySeesTwoEffectsForOneKey() {
        assertThat(ledger.effects()).extracting(Ledger.Effect::request).doesNotHaveDuplicates();
        assertThat(ledger.effects()).extracting(Ledger.Effect::key).doesNotHaveDuplicates();
    }

    /** A COMPENSATED that is not true is impossible; what its definition does not undo is none of its business. */
    private void compensatedIsTrue() {
        boolean isToldSo = Optional.ofNullable(saga.told())
                .filter(told -> told.state().equals(SagaState.COMPENSATED.name()))
                .isPresent();
        if (status.state() == SagaState.COMPENSATED || isToldSo) {
            assertThat(ledger.open())
                    .as("effects that are there of a saga that is COMPENSATED")
                    .noneMatch(step -> hasUndo(step));
        }
    }

    /** Of a saga that it has run and that was refused nothing is there. */
    private void nothingIsLeftOfARefusedSaga() {
        assertThat(saga.calls())
                .as("refused, with effects")
                .filteredOn(call -> call.phase() == Phase.DO && step(call).state() == StepState.REFUSED)
                .noneMatch(saga.inner()::isOpen);
    }

    /** An undo that overtakes its request does no harm: the request is refused. */
    private void anUndoThatOvertakesItsRequestDoesNoHarm() {
        assertThat(ledger.acceptedLate()).as("done after their undo").isEmpty();
    }

    /** The steps that are done and have an effect. */
    private Set<Request> doneSteps() {
        return status.steps().stream()
                .filter(step -> step.state() == StepState.DONE)
                .map(step -> Request.to(step.name()).in(step.iteration()))
                .filter(step -> kind(step) != StepKind.READONLY)
                .collect(Collectors.toSet());
    }

    /** What the saga, or a step of it, gives as a reason. */
    private List<String> why() {
        return Stream.concat(
                        Optional.ofNullable(status.reason()).stream(),
                        status.steps().stream().flatMap(step -> Optional.ofNullable(step.lastError()).stream()))
                .toList();
    }

    /** Of two of one name, in branches that exclude each other, the one that began. */
    private StepStatus step(Request request) {
        return status.steps().stream()
                .filter(step -> step.name().equals(request.step()) && step.iteration() == request.round())
                .min(Comparator.comparing(
                        step -> step.state() == StepState.PENDING || step.state() == StepState.SKIPPED))
                .orElseThrow(() -> new AssertionError(request + " is not among " + status.steps()));
    }

    /** A saga that it runs can be undone. */
    private StepKind kind(Request request) {
        return plan(request).map(StepPlan::kind).orElse(StepKind.COMPENSATABLE);
    }

    private boolean hasUndo(Request request) {
        return plan(request).map(step -> step.undo().isPresent()).orElse(true);
    }

    private Optional<StepPlan> plan(Request request) {
        return saga.plan().steps().stream()
                .filter(step -> step.name().equals(request.step()))
                .findFirst();
    }
}
