package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.differential.Runs.Mismatch;
import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.differential.Sketch.Whole;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.codegen.testing.Definitions;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.SagaModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;

/** Experimental. */
final class RandomDifferentialTest {

    /** The patterns whose sagas are compared. */
    static final List<Pattern> PATTERNS = List.of(Pattern.EPIC, Pattern.FAIRY_TALE);

    private static final int SKETCHES = 25;
    private static final int SCRIPTS = 12;

    private final int cases = Integer.getInteger("random.cases", 300);
    private final Random random = new Random(Long.getLong("random.seed", 20261125));

    @Example
    void compiles() {
        RandomGenerator<Whole> sketches = Sketches.sagas().generator(1000);
        int bad = 0;
        for (int i = 0; i < Integer.getInteger("random.compiles", 0) && bad < 5; i++) {
            Whole whole = sketches.next(random).value();
            for (Pattern pattern :
                    List.of(Pattern.EPIC, Pattern.FAIRY_TALE, Pattern.PARALLEL, Pattern.FANTASY_FICTION)) {
                String text = SketchText.file("S", pattern, whole);
                try {
                    SagaModel model = Definitions.model(SketchText.SHOP, text);
                    if (PATTERNS.contains(pattern)) {
                        SagaPlan plan = SagaPlanner.plan(model.sagas()).value().get(0);
                        for (int k = 0; k < 5; k++) {
                            RandomScript.of(plan, random);
                        }
                    }
                } catch (AssertionError | RuntimeException wrong) {
                    bad++;
                    System.out.println(text);
                    System.out.println(wrong);
                    if (wrong instanceof RuntimeException) wrong.printStackTrace(System.out);
                    break;
                }
            }
        }
        assertThat(bad).isZero();
    }

    @Example
    void generatedSagasDoWhatTheirPlansMean() throws Exception {
        RandomGenerator<Whole> sketches = Sketches.sagas().generator(1000);
        List<Mismatch> mismatches = new ArrayList<>();
        for (int done = 0; done < cases && mismatches.isEmpty(); done += SKETCHES * SCRIPTS) {
            long start = System.nanoTime();
            List<Shrinkable<Whole>> some = new ArrayList<>();
            List<String> texts = new ArrayList<>(List.of(SketchText.SHOP));
            for (int i = 0; i < SKETCHES; i++) {
                some.add(sketches.next(random));
                for (Pattern pattern : PATTERNS) {
                    texts.add(SketchText.file(
                            "S" + i + pattern.title().replace(" ", ""),
                            pattern,
                            some.get(i).value()));
                }
            }
            SagaModel model = Definitions.model(texts.toArray(String[]::new));
            List<SagaPlan> plans = SagaPlanner.plan(model.sagas()).value();
            List<Run> all = new ArrayList<>();
            for (SagaPlan plan : plans) {
                for (int i = 0; i < SCRIPTS; i++) {
                    all.add(new Run(plan, RandomScript.of(plan, random), new Mischief(random.nextInt(1000))));
                }
            }
            Path classes = Files.createTempDirectory("classes");
            System.out.println("generated " + (System.nanoTime() - start) / 1000000);
            try (Runs runs = new Runs(new GeneratedSagas(classes, model, plans), Duration.ofHours(24))) {
                System.out.println("compiled " + (System.nanoTime() - start) / 1000000);
                mismatches.addAll(runs.play(all));
            }
            System.out.println("ran " + all.size() + " " + (System.nanoTime() - start) / 1000000);
            if (!mismatches.isEmpty()) {
                for (Mismatch m : mismatches.subList(0, Math.min(4, mismatches.size()))) {
                    System.out.println("=========== " + m);
                    String name = m.run().plan().name().simpleName();
                    texts.stream().filter(t -> t.contains("saga " + name + "(")).forEach(System.out::println);
                }
                System.out.println(mismatches.size() + " mismatches");
            }
        }
        assertThat(mismatches).isEmpty();
    }
}
