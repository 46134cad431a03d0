package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code saga:convert} from the command line, in real projects. */
final class ConvertIT {

    private static final String SAGA = "src/main/saga/place-order.saga";
    private static final String YAML = SAGA + ".yaml";

    @Test
    @Tag("every-maven")
    void theExampleBecomesTheSameExampleInYamlAndComesBack() throws Exception {
        ItProject project = ItProject.copy("place-order", "convert");
        String saga = project.read(SAGA);

        project.maven("saga:convert", "-Dsaga.file=" + SAGA)
                .succeeds()
                .prints("[INFO] Written: " + YAML)
                .prints("[INFO] Converted 1 file: 1 written, 0 left alone.")
                .prints("[INFO] Keep one file of each two: both declare the same, which the next build refuses.");
        assertThat(project.read(YAML))
                .isEqualTo(ItProject.copy("place-order-yaml", "convert-yaml").read(YAML));

        project.delete(SAGA);
        project.maven("saga:validate").succeeds().prints("[INFO] No errors in 1 file.");
        project.maven("saga:convert").succeeds().prints("[INFO] Written: " + SAGA);
        assertThat(project.read(SAGA)).isEqualTo(saga);
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenUnlessThatIsAskedFor() throws Exception {
        ItProject project = ItProject.copy("place-order", "convert-twice");
        project.write(YAML, "# mine\n");

        project.maven("saga:convert")
                .succeeds()
                .prints("[INFO] Left alone, because it is there already: " + SAGA)
                .prints("[INFO] Left alone, because it is there already: " + YAML)
                .prints("[INFO] Converted 2 files: 0 written, 2 left alone.");
        assertThat(project.read(YAML)).isEqualTo("# mine\n");

        project.maven("saga:convert", "-Dsaga.file=" + SAGA, "-Dsaga.overwrite=true")
                .succeeds()
                .prints("[INFO] Written: " + YAML);
        assertThat(project.read(YAML)).contains("package: com.acme.orders");
    }

    @Test
    void whatNamesSomethingUndeclaredIsNotConverted() throws Exception {
        ItProject project = ItProject.copy("mistakes", "convert-mistakes");

        MavenRun run = project.maven("saga:convert", "-Dsaga.file=" + SAGA)
                .failsWith("Converted 1 file: 0 written, 0 left alone, 1 with errors");

        assertThat(run.errors()).containsExactly("name.unknown at " + SAGA + ":55:44");
        assertThat(project.file(YAML)).doesNotExist();
    }
}
