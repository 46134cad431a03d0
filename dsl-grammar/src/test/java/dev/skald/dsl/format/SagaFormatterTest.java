package dev.skald.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.saga.SagaNotation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the formatter does to a file, and what it never does. */
final class SagaFormatterTest {

    @Test
    void theExampleIsInItsCanonicalLayout() throws IOException {
        String example = resource("/examples/place-order.saga");

        assertThat(formatted(example)).isEqualTo(example);
    }

    /** {@code messy.saga} has every construct and a comment at every kind of place. */
    @Test
    void aMessyFileIsLaidOutWithAllItsComments() throws IOException {
        assertThat(formatted(resource("/format/messy.saga"))).isEqualTo(resource("/format/tidy.saga"));
    }

    @TestFactory
    Stream<DynamicTest> formattingChangesNoMeaningAndFormattingTwiceChangesNothing() {
        return RepositoryDefinitions.inSaga()
                .map(file -> dynamicTest(file.path(), () -> {
                    String once = SagaFormatter.format(file).value().orElseThrow();
                    SourceFile anew = new SourceFile(file.path(), once);

                    assertThat(Meaning.of(DefinitionParser.parse(anew).value()))
                            .isEqualTo(Meaning.of(DefinitionParser.parse(file).value()));
                    assertThat(SagaFormatter.format(anew).value()).contains(once);
                }));
    }

    @Test
    void aFileWithErrorsIsNotFormattedAndItsErrorsAreTold() {
        Result<Optional<String>> result =
                SagaFormatter.format(new SourceFile("wrong.saga", "record A { x: int }\nrecord B { x }\n"));

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics()).extracting(Diagnostic::id).containsExactly(DiagnosticId.SYNTAX_UNEXPECTED);
    }

    @Test
    void aTextOfNothingStaysNothing() {
        assertThat(formatted("")).isEmpty();
        assertThat(formatted("\n\n")).isEmpty();
    }

    @Test
    void linesEndAsTheyDid() {
        assertThat(formatted("package a\r\n\r\nrecord   B {} // c\r\n/* d\r\n */\r\n"))
                .isEqualTo("package a\r\n\r\nrecord B {}    // c\r\n/* d\r\n */\r\n");
    }

    @Test
    void aLineNeverBeginsWithAWordThatWouldBeginAClause() {
        String call = "step a = b.c(" + "x".repeat(90) + ", timeout, step, state: " + "y".repeat(90) + ")";
        String text = "saga S(timeout: int, step: int)\n    epic\n{\n  " + call + "\n}\n";

        assertThat(formatted(text))
                .contains("x".repeat(90) + ", timeout, step,\n")
                .contains("\n          state: y");
        assertThat(Meaning.of(SagaNotation.parse(new SourceFile("a.saga", formatted(text)))
                        .value()))
                .isEqualTo(Meaning.of(
                        SagaNotation.parse(new SourceFile("a.saga", text)).value()));
    }

    private static String formatted(String text) {
        return SagaFormatter.format(new SourceFile("a.saga", text)).value().orElseThrow();
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = SagaFormatterTest.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
