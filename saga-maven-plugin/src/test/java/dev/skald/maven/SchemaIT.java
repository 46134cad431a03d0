package dev.skald.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.syntax.yaml.YamlSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code saga:schema} from the command line, in real projects. */
final class SchemaIT {

    @Test
    @Tag("every-maven")
    void theSchemaIsWrittenWhereItIsAskedFor() throws Exception {
        ItProject project = ItProject.copy("place-order-yaml", "schema");

        project.maven("saga:schema").succeeds().prints("[INFO] Written: target/saga.schema.json");
        project.maven("saga:schema", "-Dsaga.schema=.schemas/sagas.json")
                .succeeds()
                .prints("[INFO] Written: .schemas/sagas.json");

        assertThat(project.read("target/saga.schema.json")).isEqualTo(YamlSchema.text());
        assertThat(project.read(".schemas/sagas.json")).isEqualTo(YamlSchema.text());
        assertThat(project.file("target/generated-sources")).doesNotExist();
    }

    @Test
    void whatIsThereIsReplaced() throws Exception {
        ItProject project = ItProject.copy("place-order-yaml", "schema-again");
        project.write("saga.schema.json", "an old one");

        project.maven("saga:schema", "-Dsaga.schema=saga.schema.json").succeeds();

        assertThat(project.read("saga.schema.json")).isEqualTo(YamlSchema.text());
    }

    @Test
    void noDefinitionIsReadAndAWrongOneDoesNotMatter() throws Exception {
        ItProject project = ItProject.copy("mistakes", "schema-mistakes");

        project.maven("saga:schema").succeeds();

        assertThat(project.file("target/saga.schema.json")).exists();
    }

    @Test
    void nothingIsWrittenWhereItIsSkipped() throws Exception {
        ItProject project = ItProject.copy("place-order-yaml", "schema-skipped");

        project.maven("saga:schema", "-Dsaga.skip").succeeds().prints("[INFO] Skipped, because `saga.skip` is set.");

        assertThat(project.file("target")).doesNotExist();
    }

    @Test
    void aFolderInItsPlaceIsToldAndLeftAlone() throws Exception {
        ItProject project = ItProject.copy("place-order-yaml", "schema-folder");
        project.write("schemas/keep.txt", "kept");

        project.maven("saga:schema", "-Dsaga.schema=schemas")
                .failsWith("The schema cannot be written to " + project.file("schemas") + ": it is a folder");

        assertThat(project.read("schemas/keep.txt")).isEqualTo("kept");
    }

    @Test
    void thePluginsJarHoldsTheSchema() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/META-INF/saga.schema.json")) {
            assertThat(schema).isNotNull();
            assertThat(new String(schema.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(YamlSchema.text());
        }
    }
}
