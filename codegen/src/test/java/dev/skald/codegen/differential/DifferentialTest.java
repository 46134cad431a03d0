package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Script;
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
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs generated sagas of five steps on Temporal, through all outcomes of all their calls, and through all that an
 * operator can do where one or two rounds of asking go wrong: each run shows what the interpreter says.
 */
final class DifferentialTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(1);

    @TempDir
    Path classes;

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
        Runs runs = new Runs(new GeneratedSagas(classes, model, plans), UNTIL_ASKED_AGAIN);
        return plans.stream()
                .map(plan -> {
                    List<Script> scripts = allScripts.apply(plan);
                    return DynamicTest.dynamicTest(
                            plan.name().simpleName() + ", " + scripts.size() + " scripts",
                            () -> runAll(runs, plan, scripts));
                })
                .onClose(runs::close);
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

    private static void runAll(Runs runs, SagaPlan plan, List<Script> scripts) throws Exception {
        List<Run> all = new ArrayList<>();
        scripts.forEach(script -> all.add(new Run(plan, script, new Mischief(all.size()))));
        assertThat(runs.play(all)).isEmpty();
    }
}
