package dev.skald.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds that a saga means the same in both notations. */
final class ExamplesTest {

    @Test
    void theExampleCompilesToTheSameModelInBothNotations() throws IOException {
        SagaModel fromSaga = compile("place-order.saga");
        SagaModel fromYaml = compile("place-order.saga.yaml");

        assertThat(fromYaml.sagas()).hasSize(1);
        assertThat(fromYaml.sagas().get(0).steps()).hasSize(5);
        assertThat(fromYaml)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(SourceLocation.class)
                .ignoringFields("files")
                .isEqualTo(fromSaga);
    }

    private static SagaModel compile(String name) throws IOException {
        SourceFile file = new SourceFile(name, Files.readString(Path.of("src/test/resources/examples", name)));
        Result<SagaModel> result = DefinitionCompiler.compile(List.of(new Result<>(file, List.of())));
        assertThat(result.diagnostics()).isEmpty();
        return result.value();
    }
}
