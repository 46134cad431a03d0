package dev.skald.codegen.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.codegen.CodeGenerator;
import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticPrinter;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.diagnostic.SourceLocation;
import dev.skald.dsl.model.SagaModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of {@code docs/language.md} compiles, and is the same model in both notations. */
final class LanguageReferenceTest {

    private static final Path PAGE = Path.of("../docs/language.md");
    private static final Pattern PAIR = Pattern.compile("(?ms)^```saga\n(.*?)^```\n\n```yaml\n(.*?)^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^##+ (.*)$");

    @TestFactory
    Stream<DynamicTest> eachExampleCompilesToOneModelInBothNotations() throws IOException {
        String page = Files.readString(PAGE);
        List<MatchResult> pairs = PAIR.matcher(page).results().toList();
        String shop = pairs.get(0).group(1);
        return IntStream.range(0, pairs.size()).mapToObj(index -> {
            MatchResult pair = pairs.get(index);
            List<SourceFile> shared = index == 0 ? List.of() : List.of(new SourceFile("shop.saga", shop));
            return DynamicTest.dynamicTest(headingOf(pair, page), () -> {
                SagaModel saga =
                        compile(shared, new SourceFile("example.saga", withPackage("package ", pair.group(1))));
                SagaModel yaml =
                        compile(shared, new SourceFile("example.saga.yaml", withPackage("package: ", pair.group(2))));
                assertThat(yaml)
                        .usingRecursiveComparison()
                        .ignoringFields("files")
                        .ignoringFieldsOfTypes(SourceLocation.class)
                        .isEqualTo(saga);
            });
        });
    }

    @Test
    void noExampleIsInOneNotationOnly() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(page.split("```saga\n")).hasSameSizeAs(page.split("```yaml\n"));
        assertThat(PAIR.matcher(page).results().count() + 1).isEqualTo(page.split("```saga\n").length);
    }

    private static SagaModel compile(List<SourceFile> shared, SourceFile example) {
        List<SourceFile> files = new ArrayList<>(shared);
        files.add(example);
        Result<SagaModel> model = DefinitionCompiler.compile(files.stream()
                .map(file -> new Result<>(file, List.<Diagnostic>of()))
                .toList());
        DiagnosticPrinter printer = new DiagnosticPrinter(files);
        assertThat(model.diagnostics())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .extracting(printer::snippet)
                .isEmpty();
        assertThat(CodeGenerator.generate(model.value()).diagnostics())
                .extracting(printer::snippet)
                .isEmpty();
        return model.value();
    }

    private static String withPackage(String clause, String text) {
        return text.startsWith(clause) ? text : clause + "com.acme.shop\n" + text;
    }

    private static String headingOf(MatchResult pair, String page) {
        return HEADING.matcher(page.substring(0, pair.start()))
                .results()
                .reduce((first, last) -> last)
                .orElseThrow()
                .group(1);
    }
}
