package dev.skald.codegen.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.differential.Runs.Mismatch;
import dev.skald.codegen.differential.Runs.Run;
import dev.skald.codegen.plan.SagaPlan;
import dev.skald.codegen.plan.SagaPlanner;
import dev.skald.codegen.testing.Definitions;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.language.Pattern;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compiles the files of some sagas, all at once, and runs them. */
final class Trials {

    /** The backoff of these sagas; with a day, all pauses are of the same length. */
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofHours(24);

    /** The patterns that sketches are run as. */
    static final List<Pattern> PATTERNS =
            List.of(Pattern.EPIC, Pattern.FAIRY_TALE, Pattern.PARALLEL, Pattern.FANTASY_FICTION);

    /** The patterns that sketches of chains are run as. */
    static final List<Pattern> CHAINS =
            List.of(Pattern.PHONE_TAG, Pattern.TIME_TRAVEL, Pattern.HORROR_STORY, Pattern.ANTHOLOGY);

    private Trials() {}

    /**
     * Plans sagas and runs them; answers what differs.
     *
     * @param files the text of each file of a saga; what they all use is added
     * @param runs what is to be run, of all plans
     */
    static List<Mismatch> of(List<String> files, Function<List<SagaPlan>, List<Run>> runs) throws Exception {
        List<String> all = new ArrayList<>(List.of(SketchText.common(PATTERNS)));
        all.addAll(files);
        SagaModel model = Definitions.model(all.toArray(String[]::new));
        Result<List<SagaPlan>> plans = SagaPlanner.plan(model.sagas());
        assertThat(plans.diagnostics()).isEmpty();
        Path classes = Files.createTempDirectory("skald");
        try (Runs playing = new Runs(new GeneratedSagas(classes, model, plans.value()), UNTIL_ASKED_AGAIN)) {
            return playing.play(runs.apply(plans.value().stream()
                    .filter(plan -> !plan.name().simpleName().startsWith(Inner.PREFIX))
                    .toList()));
        } finally {
            delete(classes);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
