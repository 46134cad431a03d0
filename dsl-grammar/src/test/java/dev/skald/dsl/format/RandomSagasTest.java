package dev.skald.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.DefinitionCompiler;
import dev.skald.dsl.diagnostic.Diagnostic;
import dev.skald.dsl.diagnostic.DiagnosticId;
import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.Severity;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.convert.Converter;
import dev.skald.dsl.format.saga.SagaPrinter;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.testing.RandomSagas;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every definition that means something: it compiles, in both notations. */
final class RandomSagasTest {

    @Provide
    Arbitrary<DefinitionFile> ofSteps() {
        return RandomSagas.ofSteps();
    }

    @Provide
    Arbitrary<DefinitionFile> withFlow() {
        return RandomSagas.withFlow();
    }

    @Property(seed = "20261125")
    void aSagaOfStepsCompilesAndSoDoesWhatItIsConvertedTo(@ForAll("ofSteps") DefinitionFile tree) {
        SourceFile saga = printed(tree);
        assertThat(errors(saga)).as(saga.text()).isEmpty();

        SourceFile yaml = converted(saga);
        assertThat(errors(yaml)).as(yaml.text()).isEmpty();
        assertThat(converted(yaml).path()).isEqualTo(saga.path());
    }

    @Property(seed = "20261125")
    void aSagaWithFlowIsConvertedAndComesBack(@ForAll("withFlow") DefinitionFile tree) {
        SourceFile saga = printed(tree);
        assertThat(errors(saga)).as(saga.text()).isEmpty();

        SourceFile yaml = converted(saga);
        SourceFile back = converted(yaml);

        assertThat(Meaning.of(DefinitionParser.parse(converted(back)).value()))
                .isEqualTo(Meaning.of(DefinitionParser.parse(yaml).value()));
    }

    private static SourceFile printed(DefinitionFile tree) {
        return new SourceFile(
                "random.saga",
                SagaPrinter.print(tree, KeptComments.none()).value().orElseThrow());
    }

    private static SourceFile converted(SourceFile file) {
        DefinitionFile tree = DefinitionParser.parse(file).value();
        Result<Optional<String>> other = new Converter(List.of(tree)).convert(tree);
        assertThat(other.diagnostics()).as(file.text()).isEmpty();
        return new SourceFile(Converter.otherName(file), other.value().orElseThrow());
    }

    /** All errors but that something is not built yet. */
    private static List<String> errors(SourceFile file) {
        return DefinitionCompiler.compile(List.of(new Result<>(file, List.of()))).diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR && found.id() != DiagnosticId.LANGUAGE_NOT_BUILT)
                .map(Diagnostic::toString)
                .toList();
    }
}
