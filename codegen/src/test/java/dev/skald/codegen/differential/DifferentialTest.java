package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Interpreter;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Trace;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.testing.FiveSteps;
import dev.skald.codegen.testing.FlowSagas;
import dev.skald.codegen.testing.Scripts;
import dev.skald.dsl.model.SagaModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs generated sagas of five steps on Temporal, through all outcomes of all their calls, and through all that an
 * operator can do where one or two rounds of asking go wrong: each run shows what the interpreter says.
 */
final class DifferentialTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final int AT_ONCE = 40;
    private static final int MANY_HOURS = 24;
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(1);

    @TempDir
    Path classes;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @TestFactory
    Stream<DynamicTest> generatedSagasDoWhatTheirPlansMean() throws ReflectiveOperationException {
        return run(FiveSteps.model(), FiveSteps.plans(), DifferentialTest::scripts);
    }

    @TestFactory
    Stream<DynamicTest> generatedSagasWithFlowDoWhatTheirPlansMean() throws ReflectiveOperationException {
        return run(FlowSagas.model(), FlowSagas.plans(), DifferentialTest::scriptsOfFlow);
    }

    private Stream<DynamicTest> run(SagaModel model, List<SagaPlan> plans, Function<SagaPlan, List<Script>> allScripts)
            throws ReflectiveOperationException {
        GeneratedSagas sagas = new GeneratedSagas(classes, model, plans);
        return plans.stream()
                .map(plan -> {
                    List<Script> scripts = allScripts.apply(plan);
                    return DynamicTest.dynamicTest(
                            plan.name().simpleName() + ", " + scripts.size() + " scripts",
                            () -> runAll(sagas, plan, scripts));
                })
                .onClose(() -> {
                    threads.shutdownNow();
                    sagas.close();
                });
    }

    private static List<Script> scripts(SagaPlan plan) {
        Set<Script> scripts = new LinkedHashSet<>(Scripts.of(plan, ALL, 1, Verb.WAIT));
        scripts.addAll(Scripts.of(plan, 2, 2, Verb.values()));
        return List.copyOf(scripts);
    }

    private static List<Script> scriptsOfFlow(SagaPlan plan) {
        Set<Script> scripts = new LinkedHashSet<>();
        for (Facts facts : FlowSagas.facts(plan)) {
            scripts.addAll(Scripts.of(plan, facts, 1, 1, Verb.WAIT, Verb.CONFIRM_DONE));
            // The search attribute shows no undoing of a saga that is given up while a step needs attention.
            if (!facts.holding().contains("insured")) {
                scripts.addAll(Scripts.of(plan, facts, 1, 1, Verb.ABANDON));
            }
        }
        return List.copyOf(scripts);
    }

    private void runAll(GeneratedSagas sagas, SagaPlan plan, List<Script> scripts) throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (int from = 0; from < scripts.size(); from += AT_ONCE) {
            List<Script> some = scripts.subList(from, Math.min(scripts.size(), from + AT_ONCE));
            List<Driver> drivers = new ArrayList<>();
            for (Script script : some) {
                SagaUnderTest saga = new SagaUnderTest(
                        plan,
                        "s" + (from + drivers.size()),
                        script,
                        one -> sagas.handle(one).status());
                drivers.add(new Driver(saga, sagas.handle(saga), sagas.execute(saga)));
            }
            playAll(sagas, drivers);
            for (Driver driver : drivers) {
                compare(sagas, driver, softly);
            }
        }
        softly.assertAll();
    }

    private void playAll(GeneratedSagas sagas, List<Driver> drivers) throws Exception {
        List<Driver> moving = playOn(drivers);
        for (int hour = 0; !moving.isEmpty(); hour++) {
            assertThat(hour).as("hours until %s", moving.get(0)).isLessThan(MANY_HOURS);
            sagas.sleep(UNTIL_ASKED_AGAIN);
            moving = playOn(moving);
        }
    }

    /** Plays on, and answers those that go on when time passes. */
    private List<Driver> playOn(List<Driver> drivers) throws InterruptedException, ExecutionException {
        List<Future<Boolean>> played = new ArrayList<>();
        for (Driver driver : drivers) {
            played.add(threads.submit(driver::play));
        }
        List<Driver> moving = new ArrayList<>();
        for (int index = 0; index < drivers.size(); index++) {
            if (played.get(index).get()) {
                moving.add(drivers.get(index));
            }
        }
        return moving;
    }

    private static void compare(GeneratedSagas sagas, Driver driver, SoftAssertions softly) {
        SagaUnderTest saga = driver.saga();
        Trace trace = Interpreter.run(saga.plan(), saga.script());
        Sight seen = Sight.of(saga, driver.status(), sagas.sagaStates(saga), trace.calls());
        softly.assertThat(seen).as("%s", saga.script()).isEqualTo(Sight.of(trace));
    }
}
