package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.differential.Runs.Mismatch;
import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.differential.Sketch.Whole;
import dev.skald.codegen.interpret.Script;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.dsl.language.Pattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/**
 * Runs random sagas with all statements of flow, each as each of the orchestrated patterns, and random chains, each as
 * each of the choreographed ones, in which random things happen: each run shows what the interpreter says, and keeps
 * all that is promised of every saga ({@link Invariants}). A run that does not is made smaller, and kept in
 * {@code src/test/resources/differential}, where {@link KeptCasesTest} finds it.
 *
 * <p>A case is a definition and what happens in it. A build tries 300 of them and 60 chains, the same each time;
 * {@code -Drandom.cases=10000} and {@code -Drandom.chains=1000} try more, {@code -Drandom.seed=1} others.
 *
 * <p>The interpreter knows no time. So that a run does not depend on it either,
 *
 * <ul>
 *   <li>what is asked together is answered in the order written, and not before all of it is asked and no branch waits
 *       for an event or for time to pass ({@link SagaUnderTest});
 *   <li>what fails is asked again a day later, and that day passes only when nothing else moves;
 *   <li>in a branch events always come, pauses are short, and nothing fails before the branch has asked anybody.
 * </ul>
 *
 * <p>In half of the sagas a participant is told of each change of a named state: of all of them where the saga waits
 * until it is told and nothing runs beside anything else; elsewhere of some, and of the end ({@link ToldStates}).
 *
 * <p>Another saga that is run is one request ({@link Inner}): it is done or refused, and undone as a whole. Nobody is
 * left in doubt about it, and nothing gets stuck in it.
 *
 * <p>Not compared are the moments of a saga that tells nobody, which nothing shows afterwards, the order in which undos
 * reach a participant that are sent together, and the last state before the end of a saga that an operator gives up
 * ({@link Sight}); nobody cancels, and no deadline passes. No list behind the point of no return is longer than its
 * loop allows: that blocks a saga for ever, which is not mended yet. An answer gets lost, and a request comes after its
 * undo, within the participant: no attempt times out.
 */
final class RandomDifferentialTest {

    private static final int MOST_KEPT = 2;
    private static final int SIZE = 1000;

    private final Random random = new Random(Long.getLong("random.seed", 20261125));

    @Example
    void randomSagasDoWhatTheirPlansMean() throws Exception {
        tryAll(new Lot("sagas", Trials.PATTERNS, 25, 12), Sketches.sagas(), Integer.getInteger("random.cases", 300));
    }

    @Example
    void randomChainsDoWhatTheirPlansMean() throws Exception {
        tryAll(new Lot("chains", Trials.CHAINS, 20, 3), Sketches.chains(), Integer.getInteger("random.chains", 60));
    }

    private void tryAll(Lot lot, Arbitrary<Whole> sketched, int cases) throws Exception {
        RandomGenerator<Whole> sketches = sketched.generator(SIZE);
        for (int done = 0; done < cases; done += lot.size()) {
            List<Shrinkable<Whole>> some = new ArrayList<>();
            for (int index = 0; index < lot.sketches(); index++) {
                some.add(sketches.next(random));
            }
            assertNothingFound(lot, some, done);
        }
    }

    private void assertNothingFound(Lot lot, List<Shrinkable<Whole>> sketches, int done) throws Exception {
        Map<String, Found> sagas = sagas(lot, sketches);
        List<String> texts = sagas.entrySet().stream()
                .map(saga -> saga.getValue().text(saga.getKey()))
                .toList();
        List<Mismatch> mismatches = Trials.of(texts, plans -> runs(plans, lot.cases()));
        Files.writeString(
                lot.progress(),
                "%d cases as %d patterns: %s%n"
                        .formatted(done + lot.size(), lot.patterns().size(), mismatches));
        List<String> kept = new ArrayList<>();
        for (Mismatch mismatch : mismatches.subList(0, Math.min(MOST_KEPT, mismatches.size()))) {
            Run run = mismatch.run();
            Found saga = Objects.requireNonNull(sagas.get(run.plan().name().simpleName()));
            Found found = new Found(saga.sketch(), saga.pattern(), run.script(), run.mischief());
            kept.add(KeptCases.keep(found.smallest()));
        }
        assertThat(mismatches).as("after %d cases; kept as %s", done, kept).isEmpty();
    }

    /** Each sketch as each pattern, by the saga's name. */
    private static Map<String, Found> sagas(Lot lot, List<Shrinkable<Whole>> sketches) {
        Map<String, Found> sagas = new LinkedHashMap<>();
        for (Shrinkable<Whole> sketch : sketches) {
            for (Pattern pattern : lot.patterns()) {
                sagas.put("Random" + sagas.size(), new Found(sketch, pattern, Script.HAPPY, new Mischief(0)));
            }
        }
        return sagas;
    }

    private List<Run> runs(List<SagaPlan> plans, int cases) {
        List<Run> runs = new ArrayList<>();
        for (SagaPlan plan : plans) {
            for (int index = 0; index < cases; index++) {
                runs.add(new Run(plan, RandomScript.of(plan, random), new Mischief(1 + random.nextInt(1000))));
            }
        }
        return runs;
    }

    /**
     * What is tried together.
     *
     * @param name of this kind of sagas
     * @param patterns that each sketch is run as
     * @param sketches how many
     * @param cases how many things happen in each of them
     */
    private record Lot(String name, List<Pattern> patterns, int sketches, int cases) {

        int size() {
            return sketches * cases;
        }

        /** How far it has come, and what was found before it is made smaller, which takes a while. */
        Path progress() {
            return Path.of("target", "random-" + name + ".txt");
        }
    }
}
