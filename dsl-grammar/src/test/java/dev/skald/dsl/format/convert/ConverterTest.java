package dev.skald.dsl.format.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.Meaning;
import dev.skald.dsl.format.RepositoryDefinitions;
import dev.skald.dsl.resolve.Resolver;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Definitions in the other notation mean the same, and come back as they were. */
final class ConverterTest {

    @Test
    void theExampleInSagaBecomesTheExampleInYaml() throws IOException {
        String yaml = resource("/examples/place-order.saga.yaml");

        assertThat(converted("a.saga", resource("/examples/place-order.saga")).value())
                .contains(yaml);
    }

    @Test
    void theExampleInYamlBecomesTheExampleInSaga() throws IOException {
        String saga = resource("/examples/place-order.saga");

        assertThat(converted("a.saga.yaml", resource("/examples/place-order.saga.yaml"))
                        .value())
                .contains(saga);
    }

    /** {@code shop.saga} has a comment at every kind of place, and every kind of value. */
    @Test
    void everyCommentStandsAboveWhatItStoodAt() throws IOException {
        String yaml = resource("/format/shop.saga.yaml");

        assertThat(converted("shop.saga", resource("/format/shop.saga")).value())
                .contains(yaml);
        assertThat(converted("shop.saga.yaml", yaml).value()).contains(resource("/format/shop-back.saga"));
    }

    /** Each file alone: one that names what another file declares is refused, and nothing else is. */
    @TestFactory
    Stream<DynamicTest> everyDefinitionOfTheRepositoryComesBackAsItWas() {
        return RepositoryDefinitions.all()
                .map(file -> dynamicTest(file.path(), () -> {
                    DefinitionFile tree = DefinitionParser.parse(file).value();
                    Result<Optional<String>> there = new Converter(List.of(tree)).convert(tree);
                    if (there.value().isEmpty()) {
                        assertThat(there.diagnostics())
                                .extracting(Diagnostic::id)
                                .containsAnyOf(
                                        DiagnosticId.NAME_UNKNOWN,
                                        DiagnosticId.DATA_ARGUMENT_ORDER,
                                        DiagnosticId.LANGUAGE_NOT_BUILT,
                                        DiagnosticId.SYNTAX_UNEXPECTED);
                        assertThat(isWrong(tree)).isTrue();
                        return;
                    }

                    DefinitionFile other =
                            parse(Converter.otherName(file), there.value().get());
                    DefinitionFile back = parse(
                            file.path(),
                            new Converter(List.of(other)).convert(other).value().orElseThrow());

                    DefinitionFile again = parse(
                            other.source().path(),
                            new Converter(List.of(back)).convert(back).value().orElseThrow());
                    assertThat(Meaning.of(again)).isEqualTo(Meaning.of(other));
                    assertThat(Resolver.resolve(List.of(other), Set.of(), true).diagnostics())
                            .extracting(Diagnostic::id)
                            .containsExactlyInAnyOrderElementsOf(
                                    Resolver.resolve(List.of(tree), Set.of(), true).diagnostics().stream()
                                            .map(Diagnostic::id)
                                            .toList());
                }));
    }

    @Test
    void aWordThatIsReservedForLaterIsNotConverted() {
        Result<Optional<String>> result =
                converted("a.saga", "participant stock {\n  take() locks stock\n}\nprojection A { b }\n");

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "what `locks` says cannot be converted: the word is reserved for later",
                        "what `projection` says cannot be converted: the word is reserved for later");
    }

    @Test
    void aTextThatCouldBeTakenForSomethingElseIsAnExpressionInYaml() {
        String saga = """
                participant mail {
                  send(subject: string, text: string, word: string, half: string)
                }
                saga Send(order: string)
                    epic
                {
                  step mail.send(subject: "order.id", text: "$${order}", word: "no", half: "${order}")
                      no compensation because "x"
                }
                """;

        assertThat(converted("a.saga", saga).value().orElseThrow())
                .contains("subject: ${\"order.id\"}")
                .contains("text: ${\"\\$${order}\"}")
                .contains("word: \"no\"")
                .contains("half: ${\"${order}\"}");
    }

    @Test
    void argumentsThatMayBeMixedUpAreNotGivenNames() {
        Result<Optional<String>> result = converted("a.saga", """
                record Pair { one: string, two: string }
                saga Swap(one: string, two: string): Pair epic {
                  return Pair(two, one)
                }
                """);

        assertThat(result.value()).isEmpty();
        assertThat(result.diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly(DiagnosticId.DATA_ARGUMENT_ORDER, DiagnosticId.DATA_ARGUMENT_ORDER);
    }

    @Test
    void aNameMayBeAWordOfTheLanguageInBothNotations() {
        String saga = """
                record Note { text: string }

                participant mail {
                  send(record: Note)
                }

                saga Send(record: Note): string
                    epic
                    id record.text
                {
                  readonly step mail.send(record)
                      state defaults
                      timeout 5s

                  return record.text
                }
                """;

        String yaml = converted("a.saga", saga).value().orElseThrow();

        assertThat(yaml).contains("id: ${record.text}").contains("state: defaults");
        assertThat(converted("a.saga.yaml", yaml).value()).contains(saga);
    }

    private static boolean isWrong(DefinitionFile tree) {
        return Resolver.resolve(List.of(tree), Set.of(), true).hasErrors();
    }

    private static DefinitionFile parse(String path, String text) {
        Result<DefinitionFile> parsed = DefinitionParser.parse(new SourceFile(path, text));
        assertThat(parsed.diagnostics()).isEmpty();
        return parsed.value();
    }

    private static Result<Optional<String>> converted(String path, String text) {
        DefinitionFile tree = parse(path, text);
        return new Converter(List.of(tree)).convert(tree);
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = ConverterTest.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
