package dev.skald.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skald.dsl.diagnostic.Result;
import dev.skald.dsl.diagnostic.SourceFile;
import dev.skald.dsl.format.saga.SagaPrinter;
import dev.skald.dsl.format.yaml.YamlPrinter;
import dev.skald.dsl.syntax.DefinitionParser;
import dev.skald.dsl.syntax.tree.DefinitionFile;
import dev.skald.dsl.testing.RandomTrees;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every tree: what is printed says the same. */
final class RandomTreesTest {

    @Provide
    Arbitrary<DefinitionFile> inSaga() {
        return RandomTrees.inSaga();
    }

    @Provide
    Arbitrary<DefinitionFile> inYaml() {
        return RandomTrees.inYaml();
    }

    @Property(seed = "20261125")
    void whatIsPrintedInSagaIsReadAsTheSame(@ForAll("inSaga") DefinitionFile tree) {
        Result<Optional<String>> printed = SagaPrinter.print(tree, KeptComments.none());
        assertThat(printed.diagnostics()).isEmpty();
        SourceFile text = new SourceFile("random.saga", printed.value().orElseThrow());

        Result<DefinitionFile> read = DefinitionParser.parse(text);

        assertThat(read.diagnostics()).as(text.text()).isEmpty();
        assertThat(Meaning.of(read.value())).as(text.text()).isEqualTo(Meaning.of(tree));
    }

    @Property(seed = "20261125")
    void whatIsPrintedInSagaIsFormatted(@ForAll("inSaga") DefinitionFile tree) {
        String printed = SagaPrinter.print(tree, KeptComments.none()).value().orElseThrow();

        assertThat(SagaFormatter.format(new SourceFile("random.saga", printed)).value())
                .contains(printed);
    }

    @Property(seed = "20261125")
    void whatIsPrintedInYamlIsReadAsTheSame(@ForAll("inYaml") DefinitionFile tree) {
        SourceFile text = new SourceFile("random.saga.yaml", YamlPrinter.print(tree, KeptComments.none()));

        Result<DefinitionFile> read = DefinitionParser.parse(text);

        assertThat(read.diagnostics()).as(text.text()).isEmpty();
        assertThat(Meaning.of(read.value())).as(text.text()).isEqualTo(Meaning.of(tree));
    }
}
