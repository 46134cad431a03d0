package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.interpret.Facts;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.interpret.Verb;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.testing.FiveLinks;
import dev.skald.codegen.testing.Scripts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs generated chains of five links on Temporal, one of each choreographed pattern, through all that can go wrong
 * with one of their calls, and what an operator does then: each run shows what the interpreter says.
 *
 * <p>Compared are the calls, what the caller and the admin are told, which verbs are refused, and, as the client joins
 * it of what the links say, where each step and the saga stand when nothing moves any more. The states before that are
 * not compared: each link records its own alone, so nothing shows in which order the saga as a whole went through them.
 */
final class ChainDifferentialTest {

    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(1);

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> generatedChainsDoWhatTheirPlansMean() throws ReflectiveOperationException {
        List<SagaPlan> plans = FiveLinks.plans();
        Runs runs = new Runs(new GeneratedSagas(classes, FiveLinks.model(), plans), UNTIL_ASKED_AGAIN);
        return plans.stream()
                .map(plan -> {
                    List<Script> scripts = scripts(plan);
                    return DynamicTest.dynamicTest(
                            plan.name().simpleName() + ", " + scripts.size() + " scripts",
                            () -> runAll(runs, plan, scripts));
                })
                .onClose(runs::close);
    }

    private static List<Script> scripts(SagaPlan plan) {
        Set<Script> scripts = new LinkedHashSet<>();
        for (Facts facts : FiveLinks.facts()) {
            scripts.addAll(Scripts.of(plan, facts, 1, 1, Verb.values()));
        }
        return List.copyOf(scripts);
    }

    private static void runAll(Runs runs, SagaPlan plan, List<Script> scripts) throws Exception {
        List<Run> all = new ArrayList<>();
        scripts.forEach(script -> all.add(new Run(plan, script, new Mischief(all.size()))));
        assertThat(runs.play(all)).isEmpty();
    }
}
