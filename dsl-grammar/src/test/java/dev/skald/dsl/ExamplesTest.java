package dev.skald.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds that a saga means the same in both notations. */
final class ExamplesTest {

    @Test
    void theExampleCompilesToTheSameModelInBothNotations() {
        SagaModel fromSaga = compile("examples/place-order.saga");
        SagaModel fromYaml = compile("examples/place-order.saga.yaml");

        assertThat(fromYaml.sagas()).hasSize(1);
        assertThat(fromYaml.sagas().get(0).steps()).hasSize(5);
        assertSame(fromYaml, fromSaga);
    }

    @Test
    void importsBringTheSameNamesInBothNotations() {
        SagaModel fromSaga =
                compile("valid/imports/orders.saga", "valid/imports/payments.saga", "valid/imports/refunds.saga.yaml");
        SagaModel fromYaml = compile(
                "valid/imports/orders.saga.yaml", "valid/imports/payments.saga", "valid/imports/refunds.saga.yaml");

        assertThat(fromYaml.sagas().get(0).output().orElseThrow().text()).isEqualTo("Payment");
        assertSame(fromYaml, fromSaga);
    }

    private static void assertSame(SagaModel fromYaml, SagaModel fromSaga) {
        assertThat(fromYaml)
                .usingRecursiveComparison()
                .ignoringFieldsOfTypes(SourceLocation.class)
                .ignoringFields("files")
                .isEqualTo(fromSaga);
    }

    private static SagaModel compile(String... names) {
        List<SourceFile> files = Arrays.stream(names).map(ExamplesTest::read).toList();
        Result<SagaModel> result = DefinitionCompiler.compile(
                files.stream().map(file -> new Result<>(file, List.of())).toList());
        assertThat(result.diagnostics())
                .as(new DiagnosticPrinter(files).report(result.diagnostics()))
                .allMatch(found -> found.severity() == Severity.NOTE);
        return result.value();
    }

    private static SourceFile read(String name) {
        try {
            return new SourceFile(name, Files.readString(Path.of("src/test/resources", name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
