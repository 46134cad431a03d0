package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code saga:format} from the command line, in real projects. */
final class FormatIT {

    private static final String SAGAS = "src/main/saga";
    private static final String PLACE_ORDER = SAGAS + "/orders/place-order.saga";

    @Test
    @Tag("every-maven")
    void whatIsNotFormattedIsFoundAndThenFormattedOnce() throws Exception {
        ItProject project = ItProject.copy("two-sagas", "format");
        String tidy = project.read(PLACE_ORDER);
        project.write(PLACE_ORDER, tidy.replace("      ", " ").replace("{\n  step", "{\n\n\n  // stock\nstep"));

        project.maven("saga:format", "-Dsaga.check=true")
                .failsWith("1 file not formatted: " + PLACE_ORDER + ". This formats: mvn saga:format");
        project.maven("saga:format")
                .succeeds()
                .prints("[INFO] Formatted: " + PLACE_ORDER)
                .prints("[INFO] 1 file formatted, 1 file formatted already.");

        assertThat(project.read(PLACE_ORDER)).isEqualTo(tidy.replace("{\n  step", "{\n  // stock\n  step"));
        Map<String, FileTime> before = project.timestamps(SAGAS);
        project.maven("saga:format").succeeds().prints("[INFO] 0 files formatted, 2 files formatted already.");
        project.maven("saga:format", "-Dsaga.check=true").succeeds().prints("[INFO] All 2 files are formatted.");
        assertThat(project.timestamps(SAGAS)).isEqualTo(before);
    }

    @Test
    void aFileWithAnErrorOfSyntaxIsLeftAsItIsAndTheOthersAreFormatted() throws Exception {
        ItProject project = ItProject.copy("two-sagas", "format-errors");
        String tidy = project.read(PLACE_ORDER);
        project.write(PLACE_ORDER, tidy.replace("  step", "    step"));
        project.write(SAGAS + "/wrong.saga", "record   A { x }\n");

        MavenRun run = project.maven("saga:format")
                .failsWith("1 file formatted, 1 file formatted already, 1 file with errors left as it is");

        assertThat(run.errors()).containsExactly("syntax.unexpected at " + SAGAS + "/wrong.saga:1:16");
        assertThat(project.read(PLACE_ORDER)).isEqualTo(tidy);
        assertThat(project.read(SAGAS + "/wrong.saga")).isEqualTo("record   A { x }\n");
    }

    @Test
    void aProjectWithoutDefinitionsIsToldSo() throws Exception {
        ItProject project = ItProject.copy("no-definitions", "format-nothing");

        project.maven("saga:format")
                .succeeds()
                .prints("[INFO] There is nothing to do: no *.saga files are in " + project.file(SAGAS) + ".");
    }
}
