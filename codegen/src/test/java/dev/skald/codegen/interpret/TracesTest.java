package dev.skald.codegen.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Request.Phase;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaState;
import dev.skald.codegen.plan.StateMachine.State;
import dev.skald.codegen.plan.StepPlan;
import dev.skald.codegen.testing.FiveSteps;
import dev.skald.codegen.testing.FlowSagas;
import dev.skald.codegen.testing.Scripts;
import dev.skald.dsl.language.StepKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds, of all that can happen in sagas of five steps, what must be true of every saga. */
final class TracesTest {

    /** More rounds of asking that do not succeed in one run show nothing new here. */
    private static final int MOST_GO_WRONG = 4;

    private static final int MOST_GO_WRONG_IN_FLOW = 2;

    @TestFactory
    Stream<DynamicTest> everyMoveIsOneThatTheStateMachineAllows() {
        return forEachSaga(runs -> {
            Set<String> legal = runs.plan().states().states().stream()
                    .flatMap(state -> state.successors().stream().map(next -> state.name() + " -> " + next))
                    .collect(Collectors.toSet());
            runs.forEach(trace -> {
                List<String> states = trace.states();
                for (int index = 1; index < states.size(); index++) {
                    assertThat(legal).contains(states.get(index - 1) + " -> " + states.get(index));
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> everyStateOfTheStateMachineIsReached() {
        return forEachOf(FiveSteps.plans(), runs -> {
            Set<String> reached = new HashSet<>();
            runs.forEach(trace -> reached.addAll(trace.states()));

            assertThat(reached)
                    .containsExactlyInAnyOrderElementsOf(runs.plan().states().states().stream()
                            .map(State::name)
                            .toList());
        });
    }

    @TestFactory
    Stream<DynamicTest> aSagaIsOverUnlessAnUndoHasFailed() {
        return forEachSaga(runs -> {
            Set<String> ends = runs.plan().states().states().stream()
                    .filter(state -> state.successors().isEmpty())
                    .map(State::name)
                    .collect(Collectors.toSet());

            runs.forEach(trace -> {
                boolean undoHasFailed =
                        trace.steps().stream().anyMatch(step -> step.state() == StepState.COMPENSATION_FAILED);
                assertThat(ends.contains(trace.end()) || undoHasFailed).isTrue();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> completedMeansThatEveryStepIsDone() {
        return forEachSaga(runs -> runs.forEach(trace -> {
            boolean completed = trace.end().equals(SagaState.COMPLETED.name());
            boolean allDone = trace.steps().stream()
                    .allMatch(
                            step -> step.state() == StepState.DONE || (step.state() == StepState.SKIPPED && completed));
            assertThat(completed).isEqualTo(allDone);
        }));
    }

    @TestFactory
    Stream<DynamicTest> compensatedMeansThatNoEffectIsLeft() {
        return forEachSaga(runs -> {
            Set<StepState> noEffect = EnumSet.of(StepState.PENDING, StepState.REFUSED, StepState.COMPENSATED);
            List<String> undoable = runs.plan().steps().stream()
                    .filter(step -> step.undo().isPresent())
                    .map(StepPlan::name)
                    .toList();

            runs.forEach(trace -> {
                if (trace.end().equals(SagaState.COMPENSATED.name())) {
                    assertThat(trace.steps())
                            .filteredOn(step -> undoable.contains(step.label().replaceAll("\\[.*", "")))
                            .allSatisfy(step -> assertThat(noEffect).contains(step.state()));
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> onlyWhatWasAskedForIsUndoneAndNothingOnceThePivotIsDone() {
        return forEachSaga(runs -> {
            String pivot = runs.plan().steps().stream()
                    .filter(step -> step.kind() == StepKind.PIVOT)
                    .findFirst()
                    .orElseThrow()
                    .name();
            runs.forEach(trace -> {
                Set<Request> asked = new HashSet<>();
                for (Request request : flat(trace)) {
                    if (request.phase() == Phase.UNDO) {
                        assertThat(asked).contains(Request.to(request.step()).in(request.round()));
                        assertThat(trace.state(pivot)).isNotEqualTo(StepState.DONE);
                    }
                    asked.add(request);
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> theCallerIsToldWhyUnlessAllIsWell() {
        return forEachSaga(runs -> runs.forEach(trace -> {
            boolean well = trace.told().state().equals(SagaState.COMPLETED.name());
            assertThat(trace.told().because().isEmpty()).isEqualTo(well);
            assertThat(trace.states()).contains(trace.told().state());
        }));
    }

    private static List<Request> flat(Trace trace) {
        return trace.calls().stream().flatMap(Set::stream).toList();
    }

    private static Stream<DynamicTest> forEachSaga(Consumer<Runs> test) {
        return Stream.concat(forEachOf(FiveSteps.plans(), test), forEachOf(FlowSagas.plans(), test));
    }

    private static Stream<DynamicTest> forEachOf(List<SagaPlan> plans, Consumer<Runs> test) {
        return plans.stream()
                .map(plan -> DynamicTest.dynamicTest(plan.name().simpleName(), () -> test.accept(Runs.of(plan))));
    }

    private record Runs(SagaPlan plan, List<Script> scripts) {

        static Runs of(SagaPlan plan) {
            if (plan.actions().size() == plan.steps().size() + 1) {
                return new Runs(plan, Scripts.of(plan, MOST_GO_WRONG, 2, Verb.values()));
            }
            return new Runs(
                    plan,
                    FlowSagas.facts(plan).stream()
                            .flatMap(facts -> Scripts.of(plan, facts, MOST_GO_WRONG_IN_FLOW, 2, Verb.values()).stream())
                            .toList());
        }

        void forEach(Consumer<Trace> test) {
            for (Script script : scripts) {
                Trace trace = Interpreter.run(plan, script);
                try {
                    test.accept(trace);
                } catch (AssertionError error) {
                    throw new AssertionError(script + "\ngave " + trace, error);
                }
            }
        }
    }
}
